import { z } from 'zod'
import { freeQuote } from '@/domain/money/freeQuote'
import { projectOf } from '../asked/projectOf'
import { answer, bodyOf, route } from '../asked/route'
import { pressedShape } from '../asked/shapes'
import { acceptShape } from './acceptShape'
import { press } from './press'

const generateShape = z.strictObject({
  until: z.literal('clips', { error: 'previs costs nothing and runs through: must be clips' }).optional(),
  models: z.literal('previs', { error: 'must be previs' }).optional(),
  accept: acceptShape.optional(),
})
const assembleShape = z.strictObject({
  fill: z.literal('previs', { error: 'must be previs: a scene without a clip gets an animatic' }).optional(),
})

const starts = (kind: 'generate' | 'assemble', shape: z.ZodType) =>
  route({
    method: 'post',
    path: `/:id/${kind}`,
    tells: {
      says: kind === 'generate' ? 'Makes every scene.' : 'Cuts the film.',
      body: shape,
      keyed: true,
      ok: 202,
      gives: pressedShape,
      errors: [409],
    },
    handler: async (req) => {
      const project = await projectOf(req)
      const body = await bodyOf(req, shape)
      const made = await press(req, project, { kind, countdownMs: 0, body })
      return answer({ runId: made._id, quote: freeQuote(kind, new Date().toISOString()) }, 202)
    },
  })
export const generate = starts('generate', generateShape)
export const assemble = starts('assemble', assembleShape)
