import { styleGuideOf } from '@/domain/look/styleGuideOf'
import { draftsOf, screenplayIn } from './draftsOf'
import { defineStep } from '../defineStep'
import { proposeToPerson } from '../proposeToPerson'

const agent = 'agent:look'

/** The look of the whole film, and of every sequence: palette, light, lenses, mood, what must not appear. */
export const designLook = defineStep({
  id: 'qualify.design-look',
  says: 'Design the look: palette, light, lenses',
  version: 2,
  slot: 'free',
  seconds: 0.2,
  reads: { settings: ['fps', 'targetSeconds'], raw: ['screenplay'] },
  run: (values, { project, stores, inputHash }) => {
    const { scenes } = draftsOf(screenplayIn(values.raw), project.settings)
    const title = `Look of ${project.title}`
    const guide = { title, ...styleGuideOf(scenes) }
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
