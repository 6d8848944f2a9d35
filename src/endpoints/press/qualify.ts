import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { mustBeAccepted } from '@/domain/money/quoteNotAccepted'
import { projectOf } from '../asked/projectOf'
import { answer, bodyOf, route } from '../asked/route'
import { moment, pressedShape } from '../asked/shapes'
import { storesOf } from '../asked/stores'
import { readinessNow } from '../gather/readiness'
import { qualifyQuote } from '../money/qualifyQuote'
import { acceptShape } from './acceptShape'
import { press } from './press'

const qualifyShape = z.strictObject({
  countdownSeconds: z.number().int().min(0).max(10).default(10),
  startAnyway: z.boolean().default(false),
  accept: acceptShape.optional(),
})
const holdShape = z.strictObject({ form: z.string().regex(/^[\w-]{1,80}$/) })

/** POST …/qualify: the countdown begins. Fails: NOT_READY, QUOTE_NOT_ACCEPTED, RUN_IS_OPEN, COUNTDOWN_RUNS, IDEMPOTENCY_CONFLICT. */
export const qualify = route({
  method: 'post',
  path: '/:id/qualify',
  tells: {
    says: 'Starts the countdown.',
    body: qualifyShape,
    keyed: true,
    ok: 202,
    gives: pressedShape.extend({ startsAt: moment }),
    errors: [409],
  },
  handler: async (req) => {
    const project = await projectOf(req)
    const body = await bodyOf(req, qualifyShape)
    const { overallReady, departments, threshold } = await readinessNow(req, project)
    if (!overallReady && !body.startAnyway) throw notReady(departments.filter(({ ready }) => !ready), threshold)
    const quote = await qualifyQuote(req, project)
    mustBeAccepted(quote, body.accept)
    // a late edit may ask for more than was accepted: that is not sent
    const options = quote.nanodollars.atMost > 0 ? { cap: quote.nanodollars.atMost } : {}
    const made = await press(req, project, { kind: 'qualify', countdownMs: body.countdownSeconds * 1000, body, options })
    return answer({ runId: made._id, startsAt: made.startsAt, quote }, 202)
  },
}) // prettier-ignore

/** Ends the countdown now: gather is locked before this answers. */
export const continueQualify = route({
  method: 'post',
  path: '/:id/qualify/continue',
  tells: {
    says: 'Ends the countdown now.',
    ok: 202,
    gives: z.object({ runId: z.string(), startsAt: moment }),
    errors: [403, 409],
  },
  handler: async (req) => {
    const made = await storesOf(req).presses.continueNow((await projectOf(req)).id)
    if (!made) throw noCountdown()
    return answer({ runId: made._id, startsAt: made.startsAt }, 202)
  },
})

export const cancelQualify = route({
  method: 'post',
  path: '/:id/qualify/cancel',
  tells: {
    says: 'Cancels the countdown.',
    ok: 200,
    gives: z.object({ runId: z.string(), state: z.literal('cancelled') }),
    errors: [403, 409],
  },
  handler: async (req) => {
    const made = await storesOf(req).presses.cancel((await projectOf(req)).id)
    if (!made) throw noCountdown()
    return answer({ runId: made._id, state: 'cancelled' })
  },
})

const holdMs = 15_000

/** A form with unsaved edits holds the countdown for 15 s; it renews this while it is open. */
export const holdQualify = route({
  method: 'post',
  path: '/:id/qualify/hold',
  tells: {
    says: 'Holds the countdown for 15 s.',
    body: holdShape,
    ok: 200,
    gives: z.object({ heldUntil: moment }),
    errors: [409],
  },
  handler: async (req) => {
    const project = await projectOf(req)
    const { form } = await bodyOf(req, holdShape)
    const heldUntil = await storesOf(req).presses.hold(project.id, form, holdMs)
    if (!heldUntil) throw noCountdown()
    return answer({ heldUntil })
  },
})

const noCountdown = () =>
  new StudioError({
    code: 'NO_COUNTDOWN',
    what: 'There is no countdown.',
    why: 'None was started, or it is over.',
    fix: 'Look at the project’s runs, or press the button again.',
  })
const notReady = (lacking: { name: string; score: number; missing: { what: string }[] }[], threshold: number) =>
  new StudioError({
    code: 'NOT_READY',
    what: 'The project is not ready to be qualified.',
    why: lacking.map(({ name, score, missing }) => `${name} has ${String(score)} of ${String(threshold)} points (${missing[0]?.what ?? ''})`).join(' '), // prettier-ignore
    fix: 'Gather what is missing (GET …/readiness lists it), or send startAnyway: true.',
  })
