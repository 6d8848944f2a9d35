import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { inDollars } from '@/domain/money/nanodollars'
import type { Quote } from '@/domain/money/quote'
import { mustBeAccepted } from '@/domain/money/quoteNotAccepted'
import { previsModel } from '@/domain/project/projectSettings'
import { projectOf } from '../asked/projectOf'
import { answer, bodyOf, route } from '../asked/route'
import { pressedShape, quoteShape } from '../asked/shapes'
import { storesOf } from '../asked/stores'
import { acceptShape } from '../press/acceptShape'
import { capShape } from '../press/capShape'
import { press } from '../press/press'
import { oneOffQuote } from './oneOffQuote'
import { oneOffShape, saysEnough, wishShape } from './oneOffShape'

const makeShape = z
  .strictObject({ ...oneOffShape, accept: acceptShape.optional(), cap: capShape.optional() })
  .superRefine(saysEnough)

/** POST …/one-offs/estimate: what one picture or clip would cost; as long as its words may be. */
export const estimateOneOff = route({
  method: 'post',
  path: '/:id/one-offs/estimate',
  tells: {
    says: 'What one picture or clip outside of the scenes would cost; nothing is started.',
    body: wishShape,
    ok: 200,
    gives: quoteShape.extend({
      /** In words, what will not be as asked. */
      adjustments: z.array(z.string()),
      /** It was made before, and costs nothing. */
      stands: z.boolean(),
    }),
  },
  handler: async (req) => {
    const project = await projectOf(req)
    const { quote, adjustments, stands } = await oneOffQuote(req, project.id, await bodyOf(req, wishShape))
    return answer({ ...quote, adjustments, stands })
  },
})

/** POST …/one-offs: a run of its own, beside whatever else runs. Fails: CAP_REFUSED, QUOTE_NOT_ACCEPTED. */
export const makeOneOff = route({
  method: 'post',
  path: '/:id/one-offs',
  tells: {
    says: 'Makes one picture or clip outside of the scenes, for the library.',
    body: makeShape,
    keyed: true,
    ok: 202,
    gives: pressedShape,
    errors: [409],
  },
  handler: async (req) => {
    const project = await projectOf(req)
    const { accept, cap, ...asked } = await bodyOf(req, makeShape)
    const { wish, quote } = await oneOffQuote(req, project.id, asked)
    mustBeAccepted(quote, accept)
    refuseLowCap(quote, cap)
    // settings may change before it is made, or before somebody goes on with it: no more than was accepted
    const most = wish.model === previsModel ? cap : (cap ?? quote.nanodollars.atMost)
    const options = { oneOff: wish, ...(most === undefined ? {} : { cap: most }) }
    const made = await press(req, project, { kind: 'oneOff', countdownMs: 0, body: { asked, cap }, options })
    await storesOf(req).quotes.keep(made._id, { project: project.id, by: made.by, quote })
    return answer({ runId: made._id, quote }, 202)
  },
})

/** It is one call: what it costs at most is known. */
const refuseLowCap = ({ nanodollars: { atMost } }: Quote, cap: number | undefined): void => {
  if (cap === undefined || cap >= atMost) return
  throw new StudioError({
    code: 'CAP_REFUSED',
    what: 'Nothing was started, and nothing was spent.',
    why: `It costs ${inDollars(atMost)} at most, and its cap is ${inDollars(cap)}.`,
    fix: 'Send a cap of at least that, or none.',
    field: 'cap',
  })
}
