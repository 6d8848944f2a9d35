import { jsonReply, type Reply } from '../http/reply'
import type { Model } from '../media/modelRow'
import type { LedgerRow } from '../world/ledger'
import { openLine, type Line, type Place } from '../world/openLine'
import type { World } from '../world/openWorld'

export type PredictionStatus = 'starting' | 'processing' | 'succeeded' | 'failed' | 'canceled' | 'aborted'

export type Prediction = {
  id: string
  model: Model
  input: unknown
  status: PredictionStatus
  output: unknown
  error: string | null
  logs: string
  createdAt: Date
  startedAt: Date | null
  completedAt: Date | null
  webhookUrl: string | null
  events: readonly string[]
  /** On bad days: its data is removed at once. */
  expired: boolean
  place: Place | null
  row: LedgerRow
}

export type ReplicateParts = {
  world: World
  key: string
  secret: string
  models: ReadonlyMap<string, Model>
  predictions: Map<string, Prediction>
  files: Map<string, object>
  line: Line
}

export const openReplicateParts = (
  given: Pick<ReplicateParts, 'world' | 'key' | 'secret' | 'models'>,
): ReplicateParts => ({
  ...given,
  predictions: new Map(),
  files: new Map(),
  line: openLine(100),
})

/** Inputs, outputs, files and logs are removed an hour after a prediction has ended. */
export const keptS = 3600

const isRemoved = (world: World, { expired, completedAt }: Prediction): boolean =>
  completedAt !== null && (expired || world.now().getTime() - completedAt.getTime() > keptS * 1000)

/** A prediction as Replicate shows it. */
export const predictionBody = ({ world }: ReplicateParts, one: Prediction) => {
  const url = `${world.origin}/replicate/v1/predictions/${one.id}`
  const removed = isRemoved(world, one)
  return {
    id: one.id,
    model: one.model.id,
    version: 'hidden',
    ...(removed ? { input: {}, output: null, logs: '' } : { input: one.input, output: one.output, logs: one.logs }),
    error: one.error,
    status: one.status,
    source: 'api',
    data_removed: removed,
    created_at: one.createdAt.toISOString(),
    ...(one.startedAt ? { started_at: one.startedAt.toISOString() } : {}),
    ...(one.completedAt ? { completed_at: one.completedAt.toISOString() } : {}),
    ...(one.startedAt && one.completedAt ? { metrics: timesOf(one.createdAt, one.startedAt, one.completedAt) } : {}),
    urls: { get: url, cancel: `${url}/cancel`, stream: `${url}/stream`, web: `https://replicate.com/p/${one.id}` },
  }
}

const timesOf = (created: Date, started: Date, completed: Date) => ({
  predict_time: (completed.getTime() - started.getTime()) / 1000,
  total_time: (completed.getTime() - created.getTime()) / 1000,
})

export const replicateError = (
  status: number,
  { title, detail, ...more }: { title: string; detail: string } & Record<string, unknown>,
): Reply => jsonReply(status, { title, detail, status, ...more })

const failures: Record<number, [string, string]> = {
  401: ['Unauthenticated', 'You did not pass an authentication token'],
  402: [
    'Insufficient credit',
    'You have insufficient credit to run this model. Go to https://replicate.com/account/billing to purchase credit.',
  ],
  404: ['Not found', 'The requested resource could not be found.'],
  429: ['Too many requests', 'Request was throttled. Expected available in 1 second.'],
}

export const replicateFailure = (status: number): Reply => {
  const [title, detail] = failures[status] ?? ['Internal server error', 'Something went wrong on our side.']
  return replicateError(status, { title, detail })
}
