import { StudioError } from '../errors/StudioError'
import { tokenRules } from '../money/priceOfTokens'
import { priceOf, type PriceRule, type Range, type Usage } from '../money/priceRule'
import type { Fit, Fitting, Gives } from './fit/fit'
import { fitClip } from './fit/fitClip'
import { fitPicture } from './fit/fitPicture'
import { fitMusic, fitSpeech } from './fit/fitSound'
import { fitLook, fitText } from './fit/fitTalk'
import { fitUpscale } from './fit/fitUpscale'
import type { CatalogueModel, ModelKind } from './model'
import type { FrozenRequest, Wish } from './wish'

export type Fitted = {
  request: FrozenRequest
  /** In people's words, one for each thing that will not be as asked. */
  adjustments: string[]
  gives: Gives
  usage: Usage
  /** Nanodollars of this one call. */
  price: Range & { byTokens?: readonly PriceRule[] }
}

/** Which models can be asked for what. */
const kindsFor: Record<Wish['kind'], readonly ModelKind[]> = {
  picture: ['image', 'edit'],
  clip: ['video'],
  speech: ['speech'],
  music: ['music'],
  look: ['vision'],
  text: ['text'],
  upscale: ['upscale'],
}

/**
 * Turns a wish into what the model can do and prices it; nothing is sent. `on` is the day, "2026-11-21".
 * Fails: MODEL_SHUT_DOWN; WISH_NOT_MET, naming everything that cannot be met; PRICE_UNKNOWN.
 */
export const fitRequest = (model: CatalogueModel, wish: Wish, { on }: { on: string }): Fitted => {
  refuseShutDown(model, on)
  const fitting: Fitting = { model, notes: { adjustments: [], faults: [] } }
  if (!kindsFor[wish.kind].includes(model.kind)) throw notMet(model, [`kind: it is a model for ${model.kind}, not for a ${wish.kind}`]) // prettier-ignore
  const { body, gives, usage } = fitWish(wish, fitting)
  if (fitting.notes.faults.length > 0) throw notMet(model, fitting.notes.faults)
  const price = priceOf(model.prices, usage)
  if (price === null) throw priceUnknown(model)
  const { provider, endpoint, id, version } = model
  const byTokens = tokenRules(model.prices)
  return {
    request: { provider, endpoint, model: id, version, body },
    adjustments: fitting.notes.adjustments,
    gives,
    usage,
    price: byTokens ? { ...price, byTokens } : price,
  }
}

const fitWish = (wish: Wish, fitting: Fitting): Fit => {
  switch (wish.kind) {
    case 'picture':
      return fitPicture(wish, fitting)
    case 'clip':
      return fitClip(wish, fitting)
    case 'speech':
      return fitSpeech(wish, fitting)
    case 'music':
      return fitMusic(wish, fitting)
    case 'look':
      return fitLook(wish, fitting)
    case 'text':
      return fitText(wish, fitting)
    case 'upscale':
      return fitUpscale(wish, fitting)
  }
}

/** Whether its provider has switched it off by that day. */
export const isShutDown = ({ shutdownDate }: CatalogueModel, on: string): boolean =>
  shutdownDate !== null && on >= shutdownDate

/** Fails: MODEL_SHUT_DOWN, naming the successor. */
export const refuseShutDown = (model: CatalogueModel, on: string): void => {
  if (!isShutDown(model, on)) return
  throw new StudioError({
    code: 'MODEL_SHUT_DOWN',
    what: `${model.title} (${model.id}) cannot be used.`,
    why: `Its provider shut it down on ${String(model.shutdownDate)}.`,
    fix: model.replacedBy ? `Use its successor, ${model.replacedBy}.` : `Choose another model for ${model.kind}.`,
    retry: 'afterFix',
    field: 'models',
  })
}

const notMet = (model: CatalogueModel, faults: readonly string[]): StudioError =>
  new StudioError({
    code: 'WISH_NOT_MET',
    what: `${model.title} (${model.id}) cannot make this.`,
    why: `${faults.join('; ')}.`,
    fix: 'Change what is named, or choose another model.',
    retry: 'afterFix',
    field: faults[0]?.split(':')[0] ?? '',
  })

/** Nobody knows what it would cost: PRICE_UNKNOWN. */
export const priceUnknown = (model: CatalogueModel): StudioError =>
  new StudioError({
    code: 'PRICE_UNKNOWN',
    what: `${model.title} (${model.id}) cannot be used: nobody knows what it would cost.`,
    why: 'No source states its price for this request, and nothing is sent without a price.',
    fix: 'Write its price into the catalogue (Models in the admin), with its date and source, or choose another model.',
    retry: 'afterFix',
    field: 'models',
  })
