import { z } from 'zod'
import { projectOf } from '../asked/projectOf'
import { answer, route } from '../asked/route'
import { moment } from '../asked/shapes'
import { storesOf } from '../asked/stores'

const money = z.number().int().min(0)
const lineShape = z.object({
  department: z.string(),
  model: z.string(),
  why: z.string(),
  planned: z.number().int(),
  calls: z.number().int(),
  expected: money,
  atMost: money,
  billed: money,
  unbilled: z.number().int(),
  because: z.array(z.string()),
})
const quotesShape = z.object({
  quotes: z.array(
    z.object({
      at: moment,
      by: z.string(),
      hash: z.string(),
      expected: money,
      atMost: money,
      billed: money,
      offByThousandths: z.number().int(),
      lines: z.array(lineShape),
    }),
  ),
})

/** What was said to cost beside what it did, in whole nanodollars. */
export const quotes = route({
  method: 'get',
  path: '/:id/quotes',
  tells: {
    says: 'Every accepted quote beside its bill, line by line, with each reason why they differ.',
    ok: 200,
    gives: quotesShape,
  },
  handler: async (req) => {
    const { id } = await projectOf(req)
    return answer({ quotes: await storesOf(req).quotes.billed(id) })
  },
})
