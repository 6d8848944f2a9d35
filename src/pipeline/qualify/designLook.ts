import { styleGuideOf } from '@/domain/look/styleGuideOf'
import { draftsOf, screenplayIn } from './draftsOf'
import { defineStep, type OwnThing } from '../defineStep'
import { proposeToPerson } from '../proposeToPerson'

const agent = 'agent:look'

const uses = ['the largest shapes', 'the ground under them', 'costumes and things', 'costumes and things', 'accents', 'accents'] // prettier-ignore

/** The main colours of the picture a person gave, the largest first, as the palette of the film. */
const ownPalette = ({ colours, name }: OwnThing) =>
  colours.map((hex, i) => ({ name: `${name}, colour ${String(i + 1)}`, hex, use: uses[i] ?? 'accents' }))

/** The look of the whole film, and of every sequence: palette, light, lenses, mood, what must not appear. */
export const designLook = defineStep({
  id: 'qualify.design-look',
  says: 'Design the look: palette, light, lenses',
  version: 2,
  slot: 'free',
  seconds: 0.2,
  reads: { title: true, settings: ['fps', 'targetSeconds'], raw: ['screenplay'], own: ['style'] },
  run: (values, { project, stores, inputHash }) => {
    const { scenes } = draftsOf(screenplayIn(values.raw), project.settings)
    const title = `Look of ${project.title}`
    const [style] = values.own ?? []
    const drawn = styleGuideOf(scenes)
    const guide = {
      title,
      ...drawn,
      ...(style
        ? { palette: ownPalette(style), styleCapsule: `${drawn.styleCapsule} Colours: ${style.colours.join(', ')}.` }
        : {}),
      stylePictures: style ? [style.media] : [],
    }
    return Promise.resolve({
      gives: { sequences: guide.sequences.length },
      write: async (tx) => {
        const { id, proposals } = await stores.library.writeByPipeline(
          { collection: 'style-guides', key: { project: project.id }, fields: guide, agent },
          tx,
        )
        if (proposals.length > 0)
          await proposeToPerson(
            stores,
            { project: project.id, collection: 'style-guides', id, name: title, proposals },
            tx,
          )
        await stores.qualified.put(
          project.slug,
          { collection: 'visual_guidelines', id, fields: guide, agent, inputHash },
          tx,
        )
      },
    })
  },
})
