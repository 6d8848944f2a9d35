import { falProvider } from '@/providers/fal/falProvider'
import { paidProviderContract } from '../../contracts/paidProvider'
import { answers } from '../../contracts/providerServer'

const key = 'key-id:key-secret-of-the-test'

paidProviderContract({
  name: 'fal',
  key,
  open: (base) => falProvider({ key, queueUrl: `${base}/queue`, restUrl: `${base}/rest`, platformUrl: `${base}/v1` }),
  request: {
    provider: 'fal',
    endpoint: 'fal-ai/nano-banana/edit',
    model: 'fal/nano-banana-edit',
    version: '1',
    body: { prompt: 'A pier at dusk.', image_urls: [`file:${'a'.repeat(64)}`] },
  },
  takes: (base) =>
    answers(200, {
      status: 'IN_QUEUE',
      request_id: 'req-1',
      response_url: `${base}/queue/fal-ai/nano-banana/requests/req-1`,
      status_url: `${base}/queue/fal-ai/nano-banana/requests/req-1/status`,
      cancel_url: `${base}/queue/fal-ai/nano-banana/requests/req-1/cancel`,
      queue_position: 0,
    }),
  takenAs: 'accepted',
})
