import { lookQuestions } from '@/agents/look'
import { styleGuideOf, type StyleGuide } from '@/domain/look/styleGuideOf'
import { keptFields } from '@/stores/libraryStore'
import { draftsOf, screenplayIn } from './draftsOf'
import { askQuestions, type Asked } from '../askQuestions'
import { defineStep, type OwnThing } from '../defineStep'
import { proposeToPerson } from '../proposeToPerson'
import { tellRefused } from '../tellRefused'

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
  reads: { title: true, settings: ['fps', 'targetSeconds'], raw: ['screenplay'], own: ['style'], asks: 'agent-look' },
  run: async (values, context) => {
    const { project, stores, inputHash } = context
    const drafts = draftsOf(screenplayIn(values.raw), project.settings)
    const asked = await askQuestions(context, { questions: () => lookQuestions(drafts), values })
    const title = `Look of ${project.title}`
    const [style] = values.own ?? []
    const drawn = betterGuide(styleGuideOf(drafts.scenes), asked)
    const guide = {
      title,
      ...drawn,
      ...(style
        ? { palette: ownPalette(style), styleCapsule: `${drawn.styleCapsule} Colours: ${style.colours.join(', ')}.` }
        : {}),
      stylePictures: style ? [style.media] : [],
    }
    return {
      gives: { sequences: guide.sequences.length, ...(asked.by ? { by: asked.by } : {}) },
      write: async (tx) => {
        await asked.write(tx)
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
          { collection: 'visual_guidelines', id, fields: { ...guide, ...keptFields(proposals) }, agent, inputHash },
          tx,
        )
        const link = `/admin/collections/style-guides/${id}`
        await tellRefused(stores, { project: project.id, what: title, link, refused: asked.refused }, tx)
      },
    }
  },
})

/** The guide with the words of a text model; what must never be seen is only added to. */
const betterGuide = (guide: StyleGuide, { better }: Asked): StyleGuide & Record<string, unknown> => {
  const { negative = [], ...words } = (better[''] ?? {}) as { negative?: string[] } & Record<string, unknown>
  return { ...guide, ...words, negative: [...new Set([...guide.negative, ...negative])] }
}
