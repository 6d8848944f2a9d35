import type { CatalogueModel } from '@/domain/catalogue/model'
import type { Asset } from '@/domain/generation/generationKey'
import type { Voice } from '@/domain/sound/castVoices'
import { paidVoice } from '@/domain/sound/paidVoice'
import type { VoiceChannel } from '@/domain/sound/voiceChannel'
import type { StepContext } from '../defineStep'
import { paidSound } from '../paidSound'
import { conformSound, type TakenSound } from '../takeOwnSound'

type Line = { character: string; words: string }

const saysOf = ({ character, words }: Line): string => `${character}: ${words.slice(0, 60)}`

/** Letters or digits: without them there is nothing a model could say. */
const canBeSaid = (words: string): boolean => /[\p{L}\p{N}]/u.test(words)

/** A line by a paid voice, as it came; null where there is nothing to say. */
export const askLine = async (
  context: StepContext,
  { model, voice, ...line }: Line & { model: CatalogueModel; voice: Voice },
): Promise<Asset | null> => {
  if (!canBeSaid(line.words)) return null
  const { language } = context.project.settings
  const wish = { kind: 'speech', text: line.words, language, ...paidVoice(voice) } as const
  return paidSound(context, { model, wish, what: saysOf(line) })
}

/** The same, in time and as loud as the others; null where nothing is heard in it. `fitS`: see `FilmTools.ownSound`. */
export const heardLine = async (
  context: StepContext,
  { given, fitS, channel, ...line }: Line & { given: Asset; fitS: number; channel: VoiceChannel },
): Promise<TakenSound | null> => {
  const taken = await conformSound(context, { given, kind: 'voice', fitS, channel, says: saysOf(line) })
  return taken.silent ? null : taken
}
