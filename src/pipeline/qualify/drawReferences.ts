import { textOf } from '@/domain/words'
import { sceneVariables } from '@/domain/prompt/describe'
import { fillTemplate } from '@/domain/prompt/fillTemplate'
import { withArticle } from '@/domain/prompt/inWords'
import { negativesOfReference } from '@/domain/prompt/negatives'
import { pictureFormat } from '@/domain/format'
import { defineStep } from '../defineStep'
import { mediaDocument } from '@/stores/mediaDocument'
import { negativeListOf } from '../negativeList'
import { drawReference, madeBy } from './drawReference'
import { keepOwnReference } from './keepOwnReference'

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
      template: 'location-reference',
      negativePrompt: negativeListOf(values, negativesOfReference.place),
      subject: { kind: 'place', staging: mutable },
      width,
      height,
    })
    return {
      gives: { asset, ...madeBy(context) },
      files: [asset.name],
      write: async (tx) => {
        const reference = await mediaDocument(
          stores,
          { project: project.id, asset, kind: 'location', alt: `${name}, the place` },
          tx,
        )
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
    const asset = await drawReference(context, {
      what: noun,
      prompt,
      template: 'prop-reference',
      negativePrompt,
      subject,
      width: 480,
      height: 480,
    })
    return {
      gives: { asset, ...madeBy(context) },
      files: [asset.name],
      write: async (tx) => {
        const reference = await mediaDocument(
          stores,
          { project: project.id, asset, kind: 'prop', alt: `${noun}, the thing` },
          tx,
        )
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
