import { negativeDefault } from '@/domain/prompt/defaultPrompts'
import { draftsOf, screenplayIn } from './draftsOf'
import { defineStep } from '../defineStep'

const agent = 'agent:look'

/** The look of the whole film: palette by the times of day it plays in, light, lenses, what must not appear. */
export const designLook = defineStep({
  id: 'qualify.design-look',
  says: 'Design the look: palette, light, lenses',
  version: 1,
  slot: 'free',
  seconds: 0.2,
  reads: { settings: ['fps', 'targetSeconds'], raw: ['screenplay'] },
  run: (values, { project, stores, inputHash }) => {
    const { scenes } = draftsOf(screenplayIn(values.raw), project.settings)
    const times = [...new Set(scenes.map((scene) => scene.timeOfDay))]
    const guide = {
      title: `Look of ${project.title}`,
      styleCapsule:
        'Paper-cut gouache theatre: few large shapes, one light, warm lamps in cool air, colour by depth, no outlines.',
      palette: times.map((time) => ({ name: time, hex: skies[time], use: `Sky and air of the ${time} scenes` })),
      lighting: `Natural light of ${times.join(', ')}; practical lamps warm; one key.`,
      lenses: 'Wide places 24 mm, people 40 mm, faces 85 mm.',
      negative: negativeDefault.split(', '),
    }
    return Promise.resolve({
      gives: {},
      write: async (tx) => {
        const { id } = await stores.library.writeByPipeline(
          { collection: 'style-guides', key: { project: project.id }, fields: guide, agent },
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

const skies: Record<string, string> = {
  dawn: '#a87ba6', morning: '#a9d3d4', noon: '#7fbedb', afternoon: '#bcc8b0', evening: '#c05a6c', twilight: '#4a4788', night: '#10234c',
} // prettier-ignore
