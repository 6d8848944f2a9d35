import { fitRequest } from '@/domain/catalogue/fitRequest'
import type { CatalogueModel } from '@/domain/catalogue/model'
import type { MusicWish, SpeechWish } from '@/domain/catalogue/wish'
import type { Asset } from '@/domain/generation/generationKey'
import type { StepContext } from './defineStep'

type Wanted = {
  model: CatalogueModel
  wish: SpeechWish | MusicWish
  /** For people: "MARA: It burns." */
  what: string
}

/** What a model takes where its row does not say, seconds. */
const usualSeconds = 20

/** A voice or music by a paid model, as it came: one call, parked until it is there. Fails like `fitRequest` and the paid door. */
export const paidSound = async (context: StepContext, { model, wish, what }: Wanted): Promise<Asset> => {
  const { request, price, adjustments } = fitRequest(model, wish, { on: new Date().toISOString().slice(0, 10) })
  const prompt = wish.kind === 'speech' ? wish.text : wish.prompt
  const made = await context.callPaid({
    department: 'sound',
    what,
    take: 1,
    prompt,
    shown: { ...request.body, adjustments },
    request,
    price,
    expects: { kind: 'sound' },
    typicalMs: (model.typicalSeconds ?? usualSeconds) * 1000,
  })
  if (made.asset) return made.asset
  throw new TypeError('a sound that was expected is always kept')
}
