import type { Tab } from 'payload'

/** What was made and what the judges said: kept beside the scene, so that the pipeline never writes into it. */
export const picturesTab: Tab = {
  label: 'Pictures and checks',
  admin: { description: 'Empty means: nothing has been made yet. Takes, clip and verdicts are written by the studio.' },
  fields: [
    {
      name: 'state',
      type: 'join',
      collection: 'scene-states',
      on: 'scene',
      defaultLimit: 1,
      admin: { allowCreate: false, defaultColumns: ['status', 'verdict', 'clip', 'retryCount'] },
    },
    {
      name: 'generations',
      type: 'join',
      collection: 'generations',
      on: 'scene',
      defaultLimit: 10,
      defaultSort: '-createdAt',
      admin: { allowCreate: false, defaultColumns: ['department', 'model', 'take', 'state', 'priceNanodollars'] },
    },
  ],
}
