import { z } from 'zod'
import { limits } from '@/domain/limits'
import { largerFactors, oneOffKinds } from '@/domain/oneOff/oneOff'

const { oneOffSecondsMin: least, oneOffSecondsMax: most } = limits
const usualSeconds = 5

/** Without `model` the one the project has chosen for it. */
export const oneOffShape = {
  kind: z.enum(oneOffKinds, { error: 'must be picture, clip or larger' }),
  /** What is to be seen; of a picture that becomes larger nothing is asked. */
  prompt: z.string().trim().max(limits.oneOffPromptCharactersMax).default(''),
  model: z.string().min(1).max(100).optional(),
  /** Id of a picture of the library: what a picture follows, what a clip begins with, what becomes larger. */
  reference: z
    .string()
    .regex(/^[0-9a-f]{24}$/, { error: 'must be the id of a picture of the library' })
    .nullable()
    .default(null),
  /** Of a clip only. */
  seconds: z.number().min(least).max(most).default(usualSeconds),
  /** How many times wider and higher; of a picture that becomes larger. */
  factor: z.literal(largerFactors, { error: `must be ${largerFactors.join(', ')}` }).default(2),
  /** 1 first; the same wish and take is the same picture, and never paid twice. */
  take: z.int().min(1).max(limits.oneOffTakesMax).default(1),
}
const wished = z.strictObject(oneOffShape)
export type OneOffWished = z.output<typeof wished>

/** Words for what is made, a picture for what becomes larger. */
export const saysEnough = ({ kind, prompt, reference }: OneOffWished, told: z.core.$RefinementCtx): void => {
  if (kind !== 'larger' && prompt === '')
    told.addIssue({ code: 'custom', path: ['prompt'], message: 'say what is to be seen' })
  if (kind === 'larger' && reference === null)
    told.addIssue({ code: 'custom', path: ['reference'], message: 'name the picture that becomes larger' })
}
export const wishShape = wished.superRefine(saysEnough)
