import { z } from 'zod'

/** A person's yes to a quote: its hash, and at least its `atMost`. */
export const acceptShape = z.strictObject({ hash: z.string(), nanodollars: z.number().int().min(0) })
