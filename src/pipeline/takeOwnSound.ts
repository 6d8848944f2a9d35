import type { Asset } from '@/domain/generation/generationKey'
import type { VoiceChannel } from '@/domain/sound/voiceChannel'
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
export const takeOwnSound = async (context: StepContext, { media, ...wanted }: Wanted): Promise<TakenSound | null> => {
  const given = await mediaOf(context.stores, media)
  return given ? conformSound(context, { ...wanted, given }) : null
}

type Given = Omit<Wanted, 'media'> & {
  given: Pick<Asset, 'sha256' | 'name'>
  /** Of a voice: through what it is heard. */
  channel?: VoiceChannel
}

/** Any recording as the mix takes it, made once per file, length and channel. */
export const conformSound = async (
  context: StepContext,
  { given, kind, fitS, channel = 'near', says }: Given,
): Promise<TakenSound> => {
  const { stores, providers, scratch } = context
  const made = await context.call<Omit<TakenSound, 'asset'>>({
    department: 'sound',
    what: says,
    model,
    take: 1,
    prompt: '',
    request: { sound: given.sha256, kind, fitS, ...(channel === 'near' ? {} : { channel }) },
    file: 'own.wav',
    make: async ({ file, signal }) => {
      const answer = await providers.film.ownSound(
        { file: stores.assets.pathOf(given.name), kind, fitS, channel },
        file,
        {
          scratch,
          signal,
        },
      )
      return { facts: { durationS: answer.durationS }, answer }
    },
  })
  if (!made.asset || !made.answer) throw new TypeError('a recording that was brought into shape is always kept')
  return { asset: made.asset, ...made.answer }
}
