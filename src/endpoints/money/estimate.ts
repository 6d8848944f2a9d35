import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Quote } from '@/domain/money/quote'
import { scenesQuote } from '@/domain/money/scenesQuote'
import { readProjectSettings } from '@/domain/project/projectSettings'
import { projectOf } from '../asked/projectOf'
import { answer, queryOf, route } from '../asked/route'
import { quoteShape } from '../asked/shapes'

const id = /^[0-9a-f]{24}$/

/** What may be asked for. */
const estimateQuery = z.strictObject({
  models: z.literal('previs', { error: 'must be previs' }).optional(),
  until: z.enum(['stills', 'clips'], { error: 'must be stills or clips' }).optional(),
  scenes: z
    .string()
    .transform((list) => list.split(',').filter((one) => one !== ''))
    .refine((list) => list.every((one) => id.test(one)), { error: 'must be ids of scenes with commas between' })
    .optional(),
})

export const estimate = route({
  method: 'get',
  path: '/:id/estimate',
  tells: {
    says: 'What making these scenes, or all, would cost; nothing is started.',
    query: estimateQuery,
    ok: 200,
    gives: quoteShape,
  },
  handler: async (req) => {
    const project = await projectOf(req)
    const { scenes } = queryOf(req, estimateQuery)
    return answer(await generateQuote(req, project.id, scenes))
  },
})

/** The quote for making these scenes of a project, or all that are filmed. */
export const generateQuote = async (req: PayloadRequest, project: string, scenes?: readonly string[]): Promise<Quote> => {
  const [{ settings }, found] = await Promise.all([
    req.payload.findByID({ collection: 'projects', id: project, depth: 0, select: { settings: true }, req }),
    req.payload.find({
      collection: 'scenes',
      where: { project: { equals: project }, archived: { not_equals: true }, ...(scenes ? { id: { in: [...scenes] } } : {}) },
      select: { charactersPresent: true, props: true, dialogue: true },
      depth: 0,
      pagination: false,
      req,
    }),
  ])
  const calls = found.docs.map(({ charactersPresent, props, dialogue }) => ({
    people: charactersPresent?.length ?? 0, props: props?.length ?? 0, lines: dialogue?.length ?? 0,
  }))
  const { takesMax } = readProjectSettings(settings)
  return scenesQuote(calls, { takesMax, asOf: new Date().toISOString() })
} // prettier-ignore
