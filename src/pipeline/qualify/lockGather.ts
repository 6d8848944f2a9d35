import { defineStep } from '../defineStep'
import { screenplayIn } from './draftsOf'

/** The lock was set when the countdown ended; here the second bolt follows: validators that let nothing pass. */
export const lockGather = defineStep({
  id: 'qualify.lock-gather',
  says: 'Lock the gathered material',
  version: 1,
  slot: 'free',
  seconds: 0.1,
  reads: { raw: ['screenplay'] },
  run: async (values, { project, stores }) => {
    await stores.gather.bolt(project.slug, true)
    return { gives: { characters: screenplayIn(values.raw).length } }
  },
})
