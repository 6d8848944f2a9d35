import { z } from 'zod'
import { runKinds } from '@/domain/run/runPlan'

const pageMax = 500

/** The query of every list: page from 1. */
export const pageShape = z.strictObject({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  limit: z.coerce.number().int().min(1).max(pageMax).default(20),
})

/** Payload's page of things of this shape. */
export const pageOf = (one: z.ZodType) =>
  z.object({
    docs: z.array(one),
    totalDocs: z.number().int(),
    limit: z.number().int(),
    page: z.number().int(),
    totalPages: z.number().int(),
    pagingCounter: z.number().int(),
    hasPrevPage: z.boolean(),
    hasNextPage: z.boolean(),
    prevPage: z.number().int().nullable(),
    nextPage: z.number().int().nullable(),
  })

/** A page as Payload writes it. */
export const paged = <T>(docs: T[], { total, page, limit }: { total: number; page: number; limit: number }) => {
  const totalPages = Math.max(1, Math.ceil(total / limit))
  const [hasPrevPage, hasNextPage] = [page > 1, page < totalPages]
  return {
    docs, totalDocs: total, limit, page, totalPages, pagingCounter: (page - 1) * limit + 1, hasPrevPage, hasNextPage,
    prevPage: hasPrevPage ? page - 1 : null, nextPage: hasNextPage ? page + 1 : null,
  } // prettier-ignore
}

export const storyShape = z.object({
  code: z.string(), what: z.string(), why: z.string(), fix: z.string(), field: z.string().optional(),
}) // prettier-ignore

const nanodollars = z.object({ expected: z.number().int(), atMost: z.number().int() })
export const quoteShape = z.object({
  hash: z.string(),
  nanodollars,
  lines: z.array(z.object({ department: z.string(), model: z.string(), calls: z.number().int(), ...nanodollars.shape, why: z.string() })),
  asOf: z.iso.datetime(),
}) // prettier-ignore

/** The answer of every button: the run it makes. */
export const pressedShape = z.object({ runId: z.string(), quote: quoteShape })
export const runKindShape = z.enum(runKinds)
/** Moments are ISO 8601 in UTC in every answer. */
export const moment = z.iso.datetime()
