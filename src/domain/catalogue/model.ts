import { z } from 'zod'
import { priceRuleSchema } from '../money/priceRule'
import type { JsonObject } from './wish'

/** What a model makes. `edit` makes a picture out of pictures, `vision` answers questions about them. */
export const modelKinds = ['image', 'edit', 'video', 'vision', 'text', 'speech', 'music', 'upscale'] as const
export type ModelKind = (typeof modelKinds)[number]

export const paidProviders = ['fal', 'openai', 'openrouter', 'replicate'] as const
export type PaidProviderId = (typeof paidProviders)[number]

const field = z.string().min(1)
const seconds = z.array(z.number().positive()).min(1).readonly()

/** How a model is told the length: "5", 5, "5s", 5000, not at all because it has one, or not at all. */
const duration = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('enum-string'), field, seconds }),
  z.strictObject({ kind: z.literal('enum-int'), field, seconds }),
  z.strictObject({ kind: z.literal('suffix-s'), field, seconds }),
  z.strictObject({ kind: z.literal('milliseconds'), field, least: z.number(), most: z.number() }),
  z.strictObject({ kind: z.literal('fixed'), seconds: z.number().positive() }),
  z.strictObject({ kind: z.literal('none') }),
])

/** A number between two others. */
const ranged = z.strictObject({ field, least: z.number(), most: z.number() })

const voice = z.strictObject({ id: field, sounds: z.enum(['woman', 'man', 'child']).nullable() })

/** Which field of the provider takes what; null: there is none. A dot leads into an object: "voice_setting.voice_id". */
const fields = z.strictObject({
  /** `plain`: fields side by side. `responses` and `chat`: the two ways of OpenAI to talk. */
  dialect: z.enum(['plain', 'responses', 'chat']).default('plain'),
  prompt: field.default('prompt'),
  negative: field.nullable().default(null),
  /** Pictures (or the clip) that go in: the one to change first, then references. `most` null: not stated. */
  images: z
    .strictObject({ field, list: z.boolean(), most: z.int().positive().nullable(), required: z.boolean(), takes: z.enum(['image', 'video']).default('image') })
    .nullable()
    .default(null),
  endImage: z.strictObject({ field, required: z.boolean() }).nullable().default(null),
  seed: field.nullable().default(null),
  duration: duration.default({ kind: 'none' }),
  /** Values from small to large: "720p", "4k", "768P", "2K". */
  resolution: z.strictObject({ field, allowed: z.array(field).min(1).readonly() }).nullable().default(null),
  /** Values like "16:9". `follows`: the word that makes it follow the picture that goes in. */
  aspect: z.strictObject({ field, allowed: z.array(field).min(1).readonly(), follows: field.nullable() }).nullable().default(null),
  /** Takes { width, height }. */
  size: field.nullable().default(null),
  fps: z.strictObject({ field, allowed: z.array(z.int()).min(1).readonly() }).nullable().default(null),
  /** Sound of its own: never, always, or switched. The film mixes its own, so it is switched off. */
  audio: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('none') }),
      z.strictObject({ kind: z.literal('flag'), field }),
      z.strictObject({ kind: z.literal('always') }),
    ])
    .default({ kind: 'none' }),
  voice: z.strictObject({ field, standard: field, known: z.array(voice) }).nullable().default(null),
  /** Takes how much higher, in whole semitones, and how much faster a voice speaks. */
  pitch: ranged.nullable().default(null),
  rate: ranged.nullable().default(null),
  /** Takes the language of what is spoken, "en". */
  language: field.nullable().default(null),
  factor: z.strictObject({ field, most: z.number().nullable() }).nullable().default(null),
  /** Sent as it is, always. */
  constant: z.record(z.string(), z.custom<JsonObject[string]>()).default({}),
}) // prettier-ignore

/** What it refuses; null: not stated. */
const limits = z.strictObject({
  promptCharacters: z.int().positive().nullable().default(null),
  negativeCharacters: z.int().positive().nullable().default(null),
  /** Pixels of each side of a picture that goes in. */
  sideLeast: z.int().positive().nullable().default(null),
  sideMost: z.int().positive().nullable().default(null),
  /** The most it writes for one question, tokens; what the worst case is priced with. */
  outputTokens: z.int().positive().nullable().default(null),
})

/**
 * A row of the catalogue: a model as it is called, what it can do, what it costs. Facts that no source states are null
 * or, for prices, an empty list: then the model cannot be quoted until a person sets one.
 */
export const catalogueModelSchema = z.strictObject({
  /** Ours: "fal/nano-banana-edit". */
  id: z.string().regex(/^[a-z]+\/[a-z0-9.-]+$/),
  provider: z.enum(paidProviders),
  /** As it stands in a frozen request. */
  endpoint: z.string().min(1),
  /** Part of the generation key: changes when the same request would make something else. */
  version: z.string().min(1).default('1'),
  kind: z.enum(modelKinds),
  title: z.string().min(1),
  /** One sentence for people. */
  says: z.string().min(1),
  fields: fields.prefault({}),
  limits: limits.prefault({}),
  prices: z.array(priceRuleSchema).default([]),
  shutdownDate: z.iso.date().nullable().default(null),
  /** Id of its successor. */
  replacedBy: z.string().nullable().default(null),
  /** What it usually takes, seconds; null: not known yet. */
  typicalSeconds: z.number().positive().nullable().default(null),
  /** Where and when these facts were read. */
  source: z.string().min(1),
  asOf: z.iso.date(),
})
export type CatalogueModel = z.infer<typeof catalogueModelSchema>

/** A row as it is written down: what is left out is not there or not stated. */
export type WrittenModel = z.input<typeof catalogueModelSchema>
