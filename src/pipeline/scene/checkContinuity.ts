import { checkContinuityOf, type ContinuityScene } from '@/domain/scene/continuity'
import { defineStep } from '../defineStep'
import { sceneStatusWrite } from './sceneStatusWrite'

const fields = ['heading', 'location', 'timeOfDay', 'weather', 'blocking', 'boundary'] as const

/** Compares the scene with the one before and settles what the cut between them is. Never fails a scene. */
export const checkContinuity = defineStep({
  id: 'scene.check-continuity',
  says: 'Compare with the scene before',
  version: 1,
  slot: 'free',
  seconds: 0.05,
  reads: { scene: fields, previous: fields },
  run: (values, { stores, input }) => {
    const before = input.previous ? (values.previous as unknown as ContinuityScene) : null
    const continuity = checkContinuityOf(values.scene as unknown as ContinuityScene, before, true)
    return Promise.resolve({
      gives: { continuity },
      write: sceneStatusWrite(stores, input.scene, {
        path: [],
        fields: {
          boundaryUsed: continuity.boundary,
          notices: continuity.notice === '' ? [] : [continuity.notice],
          continuity: continuity.answers.map(({ id, answer, evidence }) => ({ what: id, answer, note: evidence })),
        },
      }),
    })
  },
})
