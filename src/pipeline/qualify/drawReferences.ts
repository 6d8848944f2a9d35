import { textOf } from '@/domain/words'
import { turnaroundViews, type CharacterLook } from '@/domain/cast/look'
import type { Asset } from '@/domain/generation/generationKey'
import { negativeDefault } from '@/domain/prompt/defaultPrompts'
import { describeLook, describeView, placeVariables } from '@/domain/prompt/describe'
import { fillTemplate } from '@/domain/prompt/fillTemplate'
import { pictureFormat } from '@/domain/format'
import { seedOf } from '@/domain/seed'
import type { PictureSubject } from '@/providers/spec/pictures'
import { defineStep, type StepContext } from '../defineStep'
import { mediaDocument } from '../mediaDocument'

type Drawing = { what: string; prompt: string; subject: PictureSubject; width: number; height: number }

const draw = async (context: StepContext, { what, prompt, subject, width, height }: Drawing): Promise<Asset> => {
  const request = { prompt, negativePrompt: negativeDefault, seed: seedOf(prompt), width, height, subject }
  const { image } = context.providers
  const made = await context.call({
    department: subject.kind === 'view' ? 'character' : subject.kind === 'prop' ? 'art' : 'world',
    what, model: image, take: 1, prompt, request, file: 'reference.png',
    make: async (at) => ({ facts: await image.make({ ...request, references: [], base: null }, at) }),
  }) // prettier-ignore
  if (!made.asset) throw new TypeError('an image model always writes a file')
  return made.asset
}

/** Six views of one character, each a picture every later one is held against. */
export const drawTurnaround = defineStep({
  id: 'qualify.draw-turnaround',
  says: 'Draw a character from six sides',
  version: 1,
  slot: 'cpu',
  seconds: 1,
  reads: { models: ['image'], character: ['name', 'look'], look: ['styleCapsule'], prompts: ['character-view'] },
  run: async (values, context) => {
    const name = context.input.character ?? ''
    const look = values.character.look as CharacterLook
    const style = textOf(values.look.styleCapsule)
    const views: { view: string; asset: Asset; description: string; prompt: string }[] = []
    for (const view of turnaroundViews) {
      const prompt = fillTemplate(values.prompts['character-view'] ?? '', {
        name,
        look: describeLook(look),
        view: describeView(view),
        style,
      })
      const asset = await draw(context, {
        what: `${name}, ${describeView(view)}`,
        prompt,
        subject: { kind: 'view', name, look, view },
        width: 480,
        height: 720,
      })
      views.push({
        view,
        asset,
        prompt,
        description: `${name} seen from ${describeView(view)}: ${describeLook(look)}.`,
      })
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
  version: 1,
  slot: 'cpu',
  seconds: 0.8,
  reads: {
    models: ['image'],
    settings: ['aspect', 'resolution', 'fps'],
    place: ['name', 'interior', 'description'],
    look: ['styleCapsule'],
    prompts: ['location-reference'],
  },
  run: async (values, context) => {
    const { project, stores } = context
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
      placeVariables(mutable, textOf(values.look.styleCapsule)),
    )
    const asset = await draw(context, {
      what: name,
      prompt,
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
  version: 1,
  slot: 'cpu',
  seconds: 0.3,
  reads: { models: ['image'], prop: ['name', 'noun'], look: ['styleCapsule'], prompts: ['prop-reference'] },
  run: async (values, context) => {
    const { project, stores } = context
    const noun = textOf(values.prop.noun ?? context.input.prop)
    const prompt = fillTemplate(values.prompts['prop-reference'] ?? '', {
      prop: noun,
      style: textOf(values.look.styleCapsule),
    })
    const asset = await draw(context, { what: noun, prompt, subject: { kind: 'prop', noun }, width: 480, height: 480 })
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
