import type { z } from 'zod'

/** A job's name and what its data must be; handlers live in jobs/, which the config never imports. */
export type JobDeclaration<T> = { name: string; data: z.ZodType<T> }
export const declareJob = <T>(job: JobDeclaration<T>): JobDeclaration<T> => job
