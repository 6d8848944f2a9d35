import { z } from 'zod'

export const providers = ['fal', 'openai', 'openrouter', 'replicate', 'brain', 'tasks', 'lastFrame', 'cdn'] as const
export type Provider = (typeof providers)[number]

/** What a call is, whoever the provider is. `read` is every other safe question (models, prices, keys). */
export const moments = ['submit', 'status', 'result', 'cancel', 'upload', 'list', 'billing', 'read', 'media'] as const
export type Moment = (typeof moments)[number]

/**
 * Which calls a rule is about. Without `nth`, `from` and `chance` it is about all that match. Calls are counted per
 * rule, from 1; `chance` is drawn from the plan's seed, so that the same calls in the same order meet the same day.
 */
const which = {
  provider: z.enum(providers).optional(),
  /** An endpoint or model id; `*` at its end stands for anything. */
  endpoint: z.string().min(1).optional(),
  nth: z.union([z.int().min(1), z.array(z.int().min(1)).min(1)]).optional(),
  from: z.int().min(1).optional(),
  chance: z.number().min(0).max(1).optional(),
  /** The most often it may strike. */
  atMost: z.int().min(1).optional(),
}
const at = z.enum(moments).default('submit')
const ms = z.int().min(0).max(86_400_000)
const share = z.number().min(0.05).max(4)
const status = z.int().min(400).max(599)

/** Of the wire: what happens to one HTTP exchange. `After` means: it was taken all the same. */
const wire = [
  z.strictObject({ ...which, at, do: z.literal('resetBefore') }),
  z.strictObject({ ...which, at, do: z.literal('resetAfter') }),
  z.strictObject({ ...which, at, do: z.literal('refuse'), status, retryAfterS: z.int().min(0).optional() }),
  z.strictObject({ ...which, at, do: z.literal('failAfter'), status }),
  z.strictObject({ ...which, at, do: z.literal('noBalance') }),
  z.strictObject({ ...which, at, do: z.literal('slow'), ms }),
  z.strictObject({ ...which, at, do: z.literal('drip'), ms: ms.default(1000) }),
  z.strictObject({ ...which, at, do: z.literal('html') }),
  z.strictObject({ ...which, at, do: z.literal('empty') }),
  z.strictObject({ ...which, at, do: z.literal('huge'), bytes: z.int().min(1).default(200_000_000) }),
  z.strictObject({ ...which, at, do: z.literal('wrongShape') }),
  z.strictObject({ ...which, at, do: z.literal('otherId') }),
  z.strictObject({ ...which, at, do: z.literal('backwards') }),
] as const

/** Of the work: drawn when a request is accepted. */
const work = [
  z.strictObject({ ...which, do: z.literal('policy'), billed: z.boolean().default(false) }),
  z.strictObject({
    ...which,
    do: z.literal('fail'),
    status: status.default(500),
    retryable: z.boolean().default(true),
    billed: z.boolean().default(false),
  }),
  z.strictObject({ ...which, do: z.literal('longer'), ms }),
  z.strictObject({ ...which, do: z.literal('never') }),
  z.strictObject({ ...which, do: z.literal('misshapen'), seconds: share.default(0.4), size: share.default(1) }),
  z.strictObject({ ...which, do: z.literal('payloadNull') }),
  z.strictObject({ ...which, do: z.literal('expired') }),
  z.strictObject({ ...which, do: z.literal('billingPending'), ms: ms.optional() }),
  z.strictObject({ ...which, do: z.literal('price'), factor: z.number().positive().max(1000) }),
] as const

/** Of the callback: drawn for each one that would be sent. */
const callback = [
  z.strictObject({ ...which, do: z.literal('lost') }),
  z.strictObject({ ...which, do: z.literal('repeat'), times: z.int().min(2).max(100).default(2) }),
  z.strictObject({ ...which, do: z.literal('late'), ms }),
  z.strictObject({ ...which, do: z.literal('forged') }),
  z.strictObject({ ...which, do: z.literal('stale') }),
  z.strictObject({ ...which, do: z.literal('altered') }),
  z.strictObject({ ...which, do: z.literal('swollen'), bytes: z.int().min(1).max(200_000_000).default(50_000_000) }),
] as const

/** Of the files: drawn for each download. */
const media = [
  z.strictObject({ ...which, do: z.literal('gone') }),
  z.strictObject({ ...which, do: z.literal('truncated') }),
  z.strictObject({ ...which, do: z.literal('wrongType') }),
  z.strictObject({ ...which, do: z.literal('page') }),
  z.strictObject({ ...which, do: z.literal('bomb') }),
  z.strictObject({ ...which, do: z.literal('redirectInside') }),
] as const

/** Of the words: what a judge or a writer says when the question holds `contains` (in any case); `whole`: this and nothing else, whatever form was asked for. */
const words = [
  z.strictObject({ ...which, do: z.literal('say'), contains: z.string().optional(), answer: z.string(), whole: z.boolean().default(false) }), // prettier-ignore
] as const

const rule = z.discriminatedUnion('do', [...wire, ...work, ...callback, ...media, ...words])
export type Rule = z.output<typeof rule>
export type RuleDoing<Do extends Rule['do']> = Extract<Rule, { do: Do }>
export type WireRule = z.output<(typeof wire)[number]>
export type WorkRule = z.output<(typeof work)[number]>
export type CallbackRule = z.output<(typeof callback)[number]>
export type MediaRule = z.output<(typeof media)[number]>
export type WordsRule = z.output<(typeof words)[number]>

const named = (rules: readonly { shape: { do: z.ZodLiteral } }[]) =>
  new Set(rules.flatMap((one) => [...one.shape.do.values].map(String)))
export const families = {
  wire: named(wire),
  work: named(work),
  callback: named(callback),
  media: named(media),
  words: named(words),
}
export type FamilyRule = { wire: WireRule; work: WorkRule; callback: CallbackRule; media: MediaRule; words: WordsRule }

/** A bad day: `{ "seed": 7, "rules": [ { "provider": "fal", "nth": 2, "do": "resetAfter" } ] }`; docs/emulators.md. */
export const planShape = z.strictObject({ seed: z.int().default(0), rules: z.array(rule).max(1000).default([]) })
export type Plan = z.output<typeof planShape>
export type PlanGiven = z.input<typeof planShape>
