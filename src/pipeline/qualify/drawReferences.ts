import { textOf } from '@/domain/words'
import { turnaroundViews, type CharacterLook } from '@/domain/cast/look'
import type { Asset } from '@/domain/generation/generationKey'
import { describeSide } from '@/domain/cast/describeSide'
import { describeLook, describeView, sceneVariables } from '@/domain/prompt/describe'
import { fillTemplate } from '@/domain/prompt/fillTemplate'
import { withArticle } from '@/domain/prompt/inWords'
import { negativesOfReference } from '@/domain/prompt/negatives'
import { referenceWords } from '@/domain/prompt/referenceWords'
import { pictureFormat } from '@/domain/format'
import { defineStep } from '../defineStep'
import { mediaDocument } from '../mediaDocument'
import { negativeListOf } from '../negativeList'
import { drawReference } from './drawReference'
import { keepOwnReference } from './keepOwnReference'

const notInText = 'Not in the text.'

/** Six views of one character, each a picture every later one is held against. */
export const drawTurnaround = defineStep({
  id: 'qualify.draw-turnaround',
  says: 'Draw a character from six sides',
  version: 2,
  slot: 'cpu',
  seconds: 1,
  reads: {
    models: ['image'],
    character: ['name', 'look', 'summary'],
    look: ['styleCapsule', 'negative'],
    prompts: ['character-master', 'character-view', 'view-description', 'negative-list'],
  },
  run: async (values, context) => {
    const name = context.input.character ?? ''
    const look = values.character.look as CharacterLook
    const style = textOf(values.look.styleCapsule)
    const negativePrompt = negativeListOf(values, negativesOfReference.view)
    const summary = textOf(values.character.summary)
    const introduced = summary === notInText ? '' : `“${summary}”`
    const views: { view: string; asset: Asset; description: string; prompt: string }[] = []
    for (const view of turnaroundViews) {
      const master = views[0] && { name, asset: views[0].asset }
      const references = referenceWords(master ? [{ role: 'character', name }] : [], { onto: false })
      const words = { name, look: describeLook(look), view: describeView(view), introduced, references, style }
      const prompt = fillTemplate(values.prompts[master ? 'character-view' : 'character-master'] ?? '', words)
      const description = fillTemplate(values.prompts['view-description'] ?? '', {
        ...words,
        look: describeSide(look, view),
      })
      const subject = { kind: 'view' as const, name, look, view }
      const what = `${name}, ${describeView(view)}`
      const asset = await drawReference(context, {
        what,
        prompt,
        negativePrompt,
        subject,
        width: 480,
        height: 720,
        master,
      })
      views.push({ view, asset, prompt, description })
    }
    const { stores, project, inputHash } = context
    return {
      gives: { views: views.map(({ view, asset }) => ({ view, asset })) },
      files: views.map(({ asset }) => asset.name),
      write: async (tx) => {
        const rows = []
        for (const { view, asset, description, prompt } of views) {
          const media = await mediaDocument(stores, { project: project.id, asset, kind: 'view', alt: description }, tx)
          rows.push({ view, media, sha256: asset.sha256, description, prompt })
        }
        const fields = { views: rows, masterReference: rows[0]?.media }
        const { id } = await stores.library.writeByPipeline(
          { collection: 'characters', key: { project: project.id, name }, fields, agent: 'agent:casting' },
          tx,
        )
        const qualified = {
          name,
          views: views.map(({ view, asset, description }) => ({ view, sha256: asset.sha256, description })),
        }
        await stores.qualified.put(
          project.slug,
          { collection: 'character_360_references', id, fields: qualified, agent: 'agent:casting', inputHash },
          tx,
        )
      },
    }
  },
})

/** The empty place, as all its scenes are drawn. */
export const drawPlace = defineStep({
  id: 'qualify.draw-place',
  says: 'Draw a place',
  version: 2,
  slot: 'cpu',
  seconds: 0.8,
  reads: {
    models: ['image'],
    settings: ['aspect', 'resolution', 'fps'],
    own: ['places'],
    place: ['name', 'interior', 'description'],
    cast: [],
    look: ['styleCapsule', 'negative'],
    prompts: ['location-reference', 'negative-list'],
  },
  run: async (values, context) => {
    const { project, stores } = context
    const [given] = values.own ?? []
    if (given) return keepOwnReference(context, given)
    const { width, height } = pictureFormat(project.settings.aspect, project.settings.resolution, project.settings.fps)
    const name = context.input.location ?? ''
    const place = {
      name,
      interior: values.place.interior === true,
      description: textOf(values.place.description),
    }
    const staging = {
      place,
      timeOfDay: 'noon',
      weather: 'clear',
      shotSize: 'wide',
      angle: 'eye_level',
      movement: 'static',
      people: [],
      props: [],
      crowd: 0,
      width,
      height,
    } as const
    const mutable = { ...staging, people: [], props: [] }
    const prompt = fillTemplate(
      values.prompts['location-reference'] ?? '',
      sceneVariables(
        mutable,
        {},
        { style: textOf(values.look.styleCapsule), people: values.cast.map((one) => textOf(one.name)) },
      ),
    )
    const asset = await drawReference(context, {
      what: name,
      prompt,
      negativePrompt: negativeListOf(values, negativesOfReference.place),
      subject: { kind: 'place', staging: mutable },
      width,
      height,
    })
    return {
      gives: { asset },
      files: [asset.name],
      write: async (tx) => {
        const reference = await mediaDocument(stores, { project: project.id, asset, kind: 'location', alt: name }, tx)
        await stores.library.writeByPipeline(
          { collection: 'locations', key: { project: project.id, name }, fields: { reference }, agent: 'agent:world' },
          tx,
        )
      },
    }
  },
})

/** One prop on a plain ground. */
export const drawProp = defineStep({
  id: 'qualify.draw-prop',
  says: 'Draw a prop',
  version: 2,
  slot: 'cpu',
  seconds: 0.3,
  reads: {
    models: ['image'],
    own: ['props', 'product'],
    prop: ['name', 'noun', 'description'],
    look: ['styleCapsule', 'negative'],
    prompts: ['prop-reference', 'negative-list'],
  },
  run: async (values, context) => {
    const { project, stores } = context
    const [given] = values.own ?? []
    if (given) return keepOwnReference(context, given)
    const noun = textOf(values.prop.noun ?? context.input.prop)
    const prompt = fillTemplate(values.prompts['prop-reference'] ?? '', {
      prop: withArticle(noun),
      prop_description: textOf(values.prop.description),
      style: textOf(values.look.styleCapsule),
    })
    const negativePrompt = negativeListOf(values, negativesOfReference.prop)
    const subject = { kind: 'prop' as const, noun }
    const asset = await drawReference(context, { what: noun, prompt, negativePrompt, subject, width: 480, height: 480 })
    return {
      gives: { asset },
      files: [asset.name],
      write: async (tx) => {
        const reference = await mediaDocument(stores, { project: project.id, asset, kind: 'prop', alt: noun }, tx)
        await stores.library.writeByPipeline(
          {
            collection: 'props',
            key: { project: project.id, name: String(values.prop.name) },
            fields: { reference },
            agent: 'agent:art',
          },
          tx,
        )
      },
    }
  },
})
