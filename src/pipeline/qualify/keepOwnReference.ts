import type { Gift, OwnThing, StepContext } from '../defineStep'

type Kept = { given: OwnThing; collection: 'locations' | 'props'; field: 'reference' }

/** A picture that a person gave is the reference and is never redrawn. */
export const keepOwnReference = ({ project, stores }: StepContext, { given, collection, field }: Kept): Gift => ({
  gives: { asset: given.asset },
  files: [given.asset.name],
  write: async (tx) => {
    const key = { project: project.id, name: given.subject }
    await stores.library.writeByPipeline({ collection, key, fields: { [field]: given.media }, agent: 'import' }, tx)
  },
})
