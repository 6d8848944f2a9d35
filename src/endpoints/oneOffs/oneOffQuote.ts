import type { PayloadRequest } from 'payload'
import { chooseModels, chooseUpscaler, modelOf, type Offered } from '@/domain/catalogue/chooseModels'
import { paidProviders } from '@/domain/catalogue/model'
import type { FileIn } from '@/domain/catalogue/wish'
import { StudioError } from '@/domain/errors/StudioError'
import { pictureFormat } from '@/domain/format'
import { limits } from '@/domain/limits'
import { studioOwner } from '@/domain/generation/studioOwner'
import { exactly, type Range } from '@/domain/money/priceRule'
import { onlyOnce, quoteOf, type Quote } from '@/domain/money/quote'
import { lineWhy } from '@/domain/money/quoteLines'
import { fitOneOff } from '@/domain/oneOff/fitOneOff'
import { departmentOfOneOff, type OneOff } from '@/domain/oneOff/oneOff'
import { modelFor, previsModel, readProjectSettings, type ProjectSettings } from '@/domain/project/projectSettings'
import { paidKey } from '@/stores/paid/newPaidCall'
import { sha256Of } from '@/stores/sha256'
import { storesOf } from '../asked/stores'
import type { OneOffWished } from './oneOffShape'
import { referenceOf, type Reference } from './referenceOf'

/** `stands`: this very wish was made before, and costs nothing now. `adjustments`: what will not be as asked, in words. */
export type OneOffOffer = { wish: OneOff; quote: Quote; adjustments: string[]; stands: boolean }

/** What a one-off would cost, to the nanodollar, and what it is exactly; nothing is sent. Fails: REFERENCE_REFUSED, and as models are chosen and fitted. */
export const oneOffQuote = async (req: PayloadRequest, project: string, asked: OneOffWished): Promise<OneOffOffer> => {
  const found = await req.payload.findByID({ collection: 'projects', id: project, depth: 0, select: { settings: true }, req }) // prettier-ignore
  const settings = readProjectSettings(found.settings)
  const asOf = new Date().toISOString()
  const models = await storesOf(req).catalogue.models()
  const seen = async () => (asked.reference === null ? null : referenceOf(req, project, asked.reference))
  const enlarged = asked.kind === 'larger' ? await seen() : null
  const offered = { models, providers: new Set(paidProviders), on: asOf.slice(0, 10) }
  const wish = wishOf(asked, { settings, offered, enlarged })
  const reference = (enlarged ?? (await seen()))?.file ?? null
  const fitted = wish.model === previsModel ? drawn(wish) : await fittedTo(req, { wish, settings, reference, models })
  const line = {
    department: wish.kind === 'clip' ? 'animation' : 'art', model: wish.model, price: fitted.price, calls: 1,
    takes: onlyOnce, why: lineWhy.oneOffs,
  } // prettier-ignore
  const quote = quoteOf([line], { asOf, inputs: { wish, reference: reference?.sha256 ?? null }, hashOf: sha256Of })
  return { wish, quote, adjustments: fitted.adjustments, stands: fitted.stands }
}

type Wishing = { settings: ProjectSettings; offered: Offered; enlarged: Reference | null }

const wishOf = (asked: OneOffWished, { settings, offered, enlarged }: Wishing): OneOff => {
  const { kind, prompt, model, reference, seconds, take } = asked
  const department = departmentOfOneOff({ kind, reference })
  if (department === 'upscale') return { ...largerOf(asked, enlarged), model: chooseUpscaler(model ?? previsModel, offered) } // prettier-ignore
  const chosen = chooseModels({ [department]: model ?? modelFor(settings, department) }, offered)
  return { kind, prompt, model: chosen[department], reference, seconds: kind === 'clip' ? seconds : null, take }
}

/** Its title stands for words. Fails: WISH_NOT_MET. */
const largerOf = (
  { kind, reference, factor, take }: OneOffWished,
  picture: Reference | null,
): Omit<OneOff, 'model'> => {
  const { width, height } = picture?.file ?? {}
  if (!picture || !width || !height) throw notLarger('reference', 'its size is not known', 'Choose another picture.')
  const side = Math.max(width, height) * factor
  if (side > limits.largerSideMax)
    throw notLarger('factor', `a side would have ${String(side)} pixels, and ${String(limits.largerSideMax)} is the most`, 'Choose a smaller factor.') // prettier-ignore
  return {
    kind,
    prompt: `${picture.title} ×${String(factor)}`,
    reference,
    larger: { factor, width, height },
    seconds: null,
    take,
  }
}

const notLarger = (field: string, why: string, fix: string) =>
  new StudioError({ code: 'WISH_NOT_MET', what: 'The picture cannot be made larger.', why: `${field}: ${why}.`, fix, field }) // prettier-ignore

type Fitted = { price: Range; adjustments: string[]; stands: boolean }

/** What is drawn here costs nothing. Fails: WISH_NOT_MET. */
const drawn = ({ kind, reference }: OneOff): Fitted => {
  if (kind !== 'picture' || reference === null) return { price: exactly(0), adjustments: [], stands: false }
  throw new StudioError({
    code: 'WISH_NOT_MET',
    what: 'The previs department cannot make this.',
    why: 'reference: it draws pictures from words and documents, never after another picture.',
    fix: 'Leave the picture out, or choose a model that works on pictures.',
    field: 'reference',
  })
}

type Fitting = {
  wish: OneOff
  settings: ProjectSettings
  reference: FileIn | null
  models: Parameters<typeof modelOf>[0]
}

const fittedTo = async (req: PayloadRequest, { wish, settings, reference, models }: Fitting): Promise<Fitted> => {
  const { aspect, resolution, fps } = settings
  const format = pictureFormat(aspect, resolution, fps)
  const on = new Date().toISOString().slice(0, 10)
  const { request, price, adjustments } = fitOneOff(modelOf(models, wish.model), wish, { reference, format, on })
  const known = await storesOf(req).paid.calls.find(paidKey(request, { owner: studioOwner, take: wish.take }))
  const stands = known?.state === 'STORED'
  return { price: stands ? exactly(0) : price, adjustments, stands }
}
