import { z } from 'zod'

/** Whole nanodollars a run may cost, however much is left of the project's budget. */
export const capShape = z.int().min(0).max(9_000_000_000_000_000)
