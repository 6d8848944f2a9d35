import { productionPlanOf } from '@/domain/production/productionPlanOf'
import { soundOf } from '@/domain/sound/soundCuesOf'
import { defineStep } from '../defineStep'
import { propsOf } from './catalogueProps'
import { draftsOf } from './draftsOf'

/** What is heard in every scene: bed, effects, mood of the music. The cues themselves stand on the scenes. */
export const cueSound = defineStep({
  id: 'qualify.cue-sound',
  says: 'Cue music and effects',
  version: 2,
  slot: 'free',
  seconds: 0.2,
  reads: { settings: ['fps', 'targetSeconds'], screenplay: true },
  run: (values, { project, stores, inputHash }) => {
    const cues = draftsOf(values.screenplay.text, project.settings).scenes.map((scene) => ({
      clipName: scene.clipName,
      ...soundOf(scene),
    }))
    return Promise.resolve({
      gives: {},
      write: (tx) =>
        stores.qualified.put(
          project.slug,
          { collection: 'sound_cues', id: 'cues', fields: { cues }, agent: 'agent:sound', inputHash },
          tx,
        ),
    })
  },
})

/** What the film takes in calls, seconds and money. */
export const planProduction = defineStep({
  id: 'qualify.plan-production',
  says: 'Plan the production: calls, time, room, cost',
  version: 2,
  slot: 'free',
  seconds: 0.1,
  reads: { settings: ['fps', 'targetSeconds', 'models', 'resolution'], screenplay: true },
  run: (values, { project, stores, inputHash }) => {
    const { scenes, story } = draftsOf(values.screenplay.text, project.settings)
    const bible = {
      cast: story().cast.length,
      places: story().world.places.length,
      props: propsOf(scenes).length,
    }
    const plan = productionPlanOf(scenes, bible, project.settings)
    return Promise.resolve({
      gives: { plan },
      write: async (tx) => {
        await stores.library.update('projects', { where: { id: project.id }, data: { productionPlan: plan } }, tx)
        await stores.qualified.put(
          project.slug,
          { collection: 'production_plan', id: 'plan', fields: plan, agent: 'agent:production', inputHash },
          tx,
        )
      },
    })
  },
})
