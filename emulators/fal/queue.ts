import { bent } from '../media/bent'
import { InputRefused } from '../media/InputRefused'
import { make } from '../media/make'
import type { WorkRule } from '../plan/planShape'
import type { World } from '../world/openWorld'
import { priceOf, priceTimes, type Price } from '../world/price'
import { newId } from '../world/random'
import { callBack } from './callBack'
import type { Job, Model } from '../media/modelRow'
import type { FalAccount, FalOutcome, FalRequest } from './falAccount'
import { detailsOf, policyDetail, refusedInput } from './falRefusal'

export type Submission = {
  endpoint: Model
  input: unknown
  bodyHash: string
  webhookUrl: string | null
  filesLiveS: number | null
  stored: boolean
}

/**
 * Takes a request, books it, and puts it in the account's line. A wrong input is taken, too: it completes with 422, as
 * fal's runners do. `finished` resolves when it is completed, before anybody is called back.
 */
export const accept = (
  world: World,
  account: FalAccount,
  submission: Submission,
): { request: FalRequest; finished: Promise<void> } => {
  const { endpoint, input, bodyHash, webhookUrl } = submission
  const rules = world.plan.strikes('work', { provider: 'fal', endpoint: endpoint.id })
  const read = endpoint.read(input)
  const job = 'job' in read ? read.job : null
  const factor = rules.reduce((times, rule) => times * (rule.do === 'price' ? rule.factor : 1), 1)
  const priced = (price: Price) => priceTimes(price, factor)
  const id = newId()
  const request: FalRequest = {
    id,
    gatewayId: newId(),
    endpoint,
    input,
    webhookUrl,
    filesLiveS: submission.filesLiveS,
    stored: submission.stored,
    state: 'IN_QUEUE',
    sentAt: world.now(),
    startedAt: null,
    endedAt: null,
    outcome: null,
    expired: rules.some((rule) => rule.do === 'expired'),
    payloadNull: rules.some((rule) => rule.do === 'payloadNull'),
    billedFrom: billedFrom(world, rules),
    cancelled: false,
    place: null,
    row: world.ledger.accept({
      provider: 'fal',
      endpoint: endpoint.id,
      requestId: id,
      bodyHash,
      webhookUrl,
      price: priced(job ? job.price(null) : priceOf(endpoint.listed.unit, endpoint.listed.unitPriceNanodollars, 0)),
    }),
  }
  account.requests.set(id, request)
  const finished = new Promise<void>((done) => {
    request.place = account.line.enter(async () => {
      request.state = 'IN_PROGRESS'
      request.startedAt = world.now()
      if (!(await worked(world, request, { rules, slow: job !== null }))) {
        done()
        return
      }
      const { outcome, billed, price } = job
        ? await outcomeOf(world, request, { job, rules })
        : { outcome: refused('error' in read ? detailsOf(read.error, input) : []), billed: false, price: undefined }
      complete(world, request, outcome)
      world.ledger.end(request.row, { billed, ...(price ? { price: priced(price) } : {}) })
      done()
      void callBack(world, account, request)
    })
  })
  return { request, finished }
}

/** Takes a queued request out of the line; what has begun goes on and is billed. */
export const cancel = (world: World, request: FalRequest): 'requested' | 'tooLate' => {
  if (request.state === 'COMPLETED') return 'tooLate'
  request.cancelled = true
  if (request.place?.leave() === true) {
    complete(world, request, {
      status: 499,
      payload: { detail: 'Request was cancelled' },
      error: 'Request was cancelled',
      errorType: 'client_cancelled',
      headers: {},
    })
    world.ledger.end(request.row, { billed: false })
  }
  return 'requested'
}

const complete = (world: World, request: FalRequest, outcome: FalOutcome) => {
  request.outcome = outcome
  request.state = 'COMPLETED'
  request.endedAt = world.now()
}

/** The time it takes. False when it never ends, because the day says so or everything is closed. */
const worked = async (
  world: World,
  request: FalRequest,
  { rules, slow }: { rules: WorkRule[]; slow: boolean },
): Promise<boolean> => {
  if (rules.some((rule) => rule.do === 'never')) {
    while (await world.sleep(60_000));
    return false
  }
  const longerMs = rules.reduce((sum, rule) => sum + (rule.do === 'longer' ? rule.ms : 0), 0)
  return (await world.sleep(longerMs)) && (await world.takes(slow ? request.endpoint.takesS : 0.1))
}

type Ended = { outcome: FalOutcome; billed: boolean; price: Price | undefined }

const outcomeOf = async (
  world: World,
  request: FalRequest,
  { job, rules }: { job: Job; rules: WorkRule[] },
): Promise<Ended> => {
  for (const rule of rules) {
    if (rule.do === 'policy') return { outcome: refused([policyDetail]), billed: rule.billed, price: undefined }
    if (rule.do === 'fail')
      return { outcome: failed(rule.status, rule.retryable), billed: rule.billed, price: undefined }
  }
  const { endpoint, filesLiveS } = request
  const until = filesLiveS === null ? null : new Date(world.now().getTime() + filesLiveS * 1000)
  try {
    const made = await make(world, bent(job.making, rules), { by: { provider: 'fal', endpoint: endpoint.id }, until })
    const price = job.price(made)
    const units = String(price.nanodollars / price.unitPriceNanodollars)
    const outcome = { status: 200, payload: job.gives(made), headers: { 'x-fal-billable-units': units } }
    return { outcome, billed: true, price }
  } catch (error) {
    if (error instanceof InputRefused)
      return { outcome: refused([refusedInput(error)]), billed: false, price: undefined }
    const why = error instanceof Error ? error.message : String(error)
    return { outcome: failed(500, true, `The emulator could not make it: ${why}`), billed: false, price: undefined }
  }
}

const refused = (details: unknown[]): FalOutcome => ({
  status: 422,
  payload: { detail: details },
  error: 'Invalid status code: 422',
  headers: { 'x-fal-retryable': 'false' },
})

const failed = (status: number, retryable: boolean, msg = 'Something went wrong while the model ran.'): FalOutcome => ({
  status,
  payload: { detail: [{ loc: ['body'], msg, type: 'internal_server_error' }] },
  error: `Invalid status code: ${status}`,
  errorType: 'internal_error',
  headers: { 'x-fal-retryable': String(retryable) },
})

const billedFrom = (world: World, rules: WorkRule[]): Date | null => {
  const pending = rules.find((rule) => rule.do === 'billingPending')
  if (pending?.do !== 'billingPending') return null
  return new Date(pending.ms === undefined ? 8.64e15 : world.now().getTime() + pending.ms)
}
