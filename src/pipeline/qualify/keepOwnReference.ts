import type { Gift, OwnThing, StepContext } from '../defineStep'

/** A picture of a place or a thing that a person gave is its reference and is never redrawn. */
export const keepOwnReference = ({ project, stores }: StepContext, given: OwnThing): Gift => ({
  gives: { asset: given.asset },
  files: [given.asset.name],
  write: async (tx) => {
    const collection = given.role === 'places' ? 'locations' : 'props'
    const fields = { reference: given.media }
    const key = { project: project.id, name: given.subject }
    await stores.library.writeByPipeline({ collection, key, fields, agent: 'import' }, tx)
  },
})
