import type { Asset } from '@/domain/generation/generationKey'
import type { OwnSoundKind } from '@/providers/spec/filmTools'
import type { StepContext } from './defineStep'
import { mediaOf } from './mediaOf'

type Wanted = {
  /** Id of its Media document. */
  media: unknown
  kind: OwnSoundKind
  /** See `FilmTools.ownSound`. */
  fitS: number
  /** For people: "MARA, as recorded". */
  says: string
}
export type TakenSound = { asset: Asset; durationS: number; silent: boolean; speed: number }

/** What brings recordings to the film's rate and loudness; counted up when it makes something else of them. */
const model = { id: 'own-sound', version: '1' } as const

/** A recording of a person's own as the mix takes it, made once per file and length; null when its document is gone. */
export const takeOwnSound = async (
  context: StepContext,
  { media, kind, fitS, says }: Wanted,
): Promise<TakenSound | null> => {
  const { stores, providers, scratch } = context
  const given = await mediaOf(stores, media)
  if (!given) return null
  const made = await context.call<Omit<TakenSound, 'asset'>>({
    department: 'sound',
    what: says,
    model,
    take: 1,
    prompt: '',
    request: { sound: given.sha256, kind, fitS },
    file: 'own.wav',
    make: async ({ file, signal }) => {
      const answer = await providers.film.ownSound({ file: stores.assets.pathOf(given.name), kind, fitS }, file, {
        scratch,
        signal,
      })
      return { facts: { durationS: answer.durationS }, answer }
    },
  })
  return made.asset && made.answer ? { asset: made.asset, ...made.answer } : null
}
