import { z } from 'zod'
import { bent } from '../media/bent'
import { make } from '../media/make'
import type { MadeThing } from '../media/making'
import type { Model } from '../media/modelRow'
import { deliver } from '../world/deliver'
import { takeWork, type Worked } from '../world/perform'
import { hashHex, newName } from '../world/random'
import { standardWebhook } from '../world/standardWebhook'
import { keptS, predictionBody, replicateError, type Prediction, type ReplicateParts } from './replicateAccount'
import type { Reply } from '../http/reply'

const eventNames = ['start', 'output', 'logs', 'completed'] as const
export const predictionShape = z.strictObject({
  input: z.record(z.string(), z.unknown()),
  webhook: z.url({ protocol: /^https?$/ }).optional(),
  webhook_events_filter: z.array(z.enum(eventNames)).optional(),
  version: z.string().optional(),
  stream: z.boolean().optional(),
})
export type PredictionAsked = z.output<typeof predictionShape> & { model: Model; bodyHash: string }

/** Takes a prediction; an input that does not hold is refused at once, before anything is booked. */
export const predict = (
  parts: ReplicateParts,
  asked: PredictionAsked,
): Reply | { prediction: Prediction; ended: Promise<void> } => {
  const { world } = parts
  const read = asked.model.read(asked.input)
  if ('error' in read) return inputRefused(read.error)
  const { job } = read
  const id = newName('', 13)
  const until = () => new Date(world.now().getTime() + keptS * 1000)
  const work = takeWork<MadeThing>(world, {
    ...{ provider: 'replicate', endpoint: asked.model.id, requestId: id, bodyHash: asked.bodyHash },
    ...{ webhookUrl: asked.webhook ?? null, takesS: asked.model.takesS, price: job.price },
    run: (rules) =>
      make(world, bent(job.making, rules), {
        by: { provider: 'replicate', endpoint: asked.model.id },
        until: until(),
      }),
  })
  const prediction: Prediction = {
    ...{ id, model: asked.model, input: asked.input, status: 'starting', output: null, error: null, logs: '' },
    ...{ createdAt: world.now(), startedAt: null, completedAt: null, webhookUrl: asked.webhook ?? null },
    events: asked.webhook_events_filter ?? eventNames,
    expired: work.rules.some((rule) => rule.do === 'expired'),
    place: null,
    row: work.row,
  }
  parts.predictions.set(id, prediction)
  const ended = new Promise<void>((done) => {
    prediction.place = parts.line.enter(async () => {
      Object.assign(prediction, {
        status: 'processing',
        startedAt: world.now(),
        logs: `Using seed: ${hashHex(id).slice(0, 6)}\n`,
      })
      void tell(parts, prediction, 'start')
      const worked = await work.perform()
      end(parts, prediction, { worked, gives: job.gives })
      done()
      if (prediction.status === 'succeeded') void tell(parts, prediction, 'output')
      void tell(parts, prediction, 'completed')
    })
  })
  return { prediction, ended }
}

/** What was cancelled while it ran stays cancelled; what it had cost by then is billed. */
const end = (
  { world }: ReplicateParts,
  prediction: Prediction,
  { worked, gives }: { worked: Worked<MadeThing>; gives: (made: MadeThing) => unknown },
) => {
  prediction.completedAt ??= world.now()
  if (prediction.status === 'canceled') return
  if (worked.is === 'made') Object.assign(prediction, { status: 'succeeded', output: gives(worked.made) ?? null })
  else Object.assign(prediction, { status: 'failed', error: whyFailed(worked) })
}

const whyFailed = (worked: Exclude<Worked<MadeThing>, { is: 'made' }>): string => {
  if (worked.is === 'policy')
    return 'The input or output was flagged as sensitive. Please try again with different inputs. (E005)'
  return worked.is === 'failed' ? worked.why : `Failed to download ${worked.refused.field}: ${worked.refused.input}`
}

export const cancelPrediction = ({ world }: ReplicateParts, prediction: Prediction): void => {
  if (prediction.status !== 'starting' && prediction.status !== 'processing') return
  const waited = prediction.place?.leave() === true
  if (waited) world.ledger.end(prediction.row, { billed: false })
  Object.assign(prediction, { status: waited ? 'aborted' : 'canceled', completedAt: world.now() })
}

const inputRefused = (error: z.ZodError): Reply => {
  const lines = error.issues.map((issue) => `- input.${issue.path.join('.') || 'input'}: ${issue.message}`)
  const invalid_fields = error.issues.map((issue) => ({
    type: issue.code,
    field: ['input', ...issue.path].join('.'),
    description: issue.message,
  }))
  return replicateError(422, { title: 'Input validation failed', detail: `${lines.join('\n')}\n`, invalid_fields })
}

/** Calls back for an event, if it was asked for; only the last one is tried again. */
const tell = async (
  parts: ReplicateParts,
  prediction: Prediction,
  event: (typeof eventNames)[number],
): Promise<void> => {
  if (prediction.webhookUrl === null || !prediction.events.includes(event)) return
  const id = newName('msg_')
  const body = JSON.stringify(predictionBody(parts, prediction))
  await deliver(parts.world, {
    provider: 'replicate',
    endpoint: prediction.model.id,
    url: prediction.webhookUrl,
    triesAfterS: event === 'completed' ? [5, 10, 20, 40, 60] : [],
    write: (spoilt, now) => standardWebhook({ id, secret: parts.secret, body }, { spoilt, now }),
  })
}
