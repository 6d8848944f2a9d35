import { z } from 'zod'
import { limits } from '@/domain/limits'
import { oneOffKinds } from '@/domain/oneOff/oneOff'

const { oneOffSecondsMin: least, oneOffSecondsMax: most } = limits
const usualSeconds = 5

/** Without `model` the one the project has chosen for it. */
export const oneOffShape = {
  kind: z.enum(oneOffKinds, { error: 'must be picture or clip' }),
  prompt: z.string().trim().min(1, { error: 'say what is to be seen' }).max(limits.oneOffPromptCharactersMax),
  model: z.string().min(1).max(100).optional(),
  /** Id of a picture of the library: what a picture follows, what a clip begins with. */
  reference: z
    .string()
    .regex(/^[0-9a-f]{24}$/, { error: 'must be the id of a picture of the library' })
    .nullable()
    .default(null),
  /** Of a clip only. */
  seconds: z.number().min(least).max(most).default(usualSeconds),
  /** 1 first; the same wish and take is the same picture, and never paid twice. */
  take: z.int().min(1).max(limits.oneOffTakesMax).default(1),
}
export const wishShape = z.strictObject(oneOffShape)
export type OneOffWished = z.output<typeof wishShape>
