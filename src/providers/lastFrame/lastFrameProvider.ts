import type { PaidProvider } from '../spec/paidProvider'
import { serviceProvider, type ServiceAccount } from '../paid/serviceProvider'

const works = ['process', 'stitch', 'audio-stitch', 'music-track']

/** A service elsewhere that takes last frames and joins clips. It has nothing that tests a key: a task that is not there does. */
export const lastFrameProvider = (account: ServiceAccount): PaidProvider =>
  serviceProvider(
    {
      id: 'lastFrame',
      name: 'The last-frame service',
      headers: (key) => ({ authorization: `Bearer ${key}` }),
      // the original design writes some of its paths without their beginning
      tasks: works.flatMap((work) => [work, `api/v1/${work}`]),
      answers: { length: ['length', 'duration'], 'api/v1/length': ['length', 'duration'] },
      callbackField: 'webhook_url',
      sent: ['video_url'],
      statusPath: (id) => `api/v1/status/${id}`,
      cancelPath: null,
      test: { path: 'api/v1/status/none', mayLack: true },
    },
    account,
  )
