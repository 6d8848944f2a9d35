import { exactly } from '../../money/priceRule'
import type { MusicWish, SpeechWish } from '../wish'
import { bodyOf, givesNothingSeen, shown, type Entry, type Fit, type Fitting } from './fit'
import { fitSeconds } from './fitSeconds'
import { checkLength } from './fitWords'

/** A spoken line. */
export const fitSpeech = (wish: SpeechWish, fitting: Fitting): Fit => {
  const { fields } = fitting.model
  checkLength(wish.text, fitting)
  return {
    body: bodyOf(fields.constant, [
      [fields.prompt, wish.text],
      fitVoice(wish.voice, fitting),
      fitPitch(wish.pitch ?? 0, fitting),
      fitRate(wish.rate ?? 1, fitting),
      [fields.language, wish.language?.split('-')[0]?.toLowerCase()],
      [fields.seed, 'seed' in wish.voice ? wish.voice.seed : undefined],
    ]),
    gives: givesNothingSeen,
    usage: {
      used: { '1k_chars': exactly(wish.text.length), run: exactly(1) },
      resolution: null,
      audio: true,
      seconds: null,
    },
  }
}

const fitVoice = (wish: SpeechWish['voice'], { model, notes }: Fitting): Entry => {
  const { voice } = model.fields
  if (voice === null) {
    notes.adjustments.push('it has one voice only, whoever speaks')
    return [null, undefined]
  }
  if ('id' in wish) return [voice.field, wish.id]
  const known = voice.known.filter(({ sounds }) => sounds === wish.sounds)
  const nearest = known.length > 0 ? known : voice.known.filter(({ sounds }) => sounds === nearestTo[wish.sounds])
  const chosen = castIn(nearest, wish)?.id ?? voice.standard
  if (known.length === 0) notes.adjustments.push(`no voice of a ${wish.sounds} is known of it: “${chosen}” speaks`)
  return [voice.field, chosen]
}

/** Higher or lower, in whole semitones. */
const fitPitch = (pitch: number, { model, notes }: Fitting): Entry => {
  if (pitch === 0) return [null, undefined]
  const { pitch: takes } = model.fields
  const says = `${shown(pitch)} semitones`
  if (takes === null) {
    notes.adjustments.push(`it cannot speak higher or lower: ${says} are left out`)
    return [null, undefined]
  }
  const fits = Math.min(takes.most, Math.max(takes.least, Math.round(pitch)))
  if (fits !== pitch) notes.adjustments.push(`pitch: ${shown(fits)} instead of ${says}`)
  return [takes.field, fits]
}

const fitRate = (rate: number, { model, notes }: Fitting): Entry => {
  if (rate === 1) return [null, undefined]
  const { rate: takes } = model.fields
  if (takes === null) {
    notes.adjustments.push(`it cannot speak faster or slower: a pace of ${shown(rate)} is left out`)
    return [null, undefined]
  }
  const fits = Math.min(takes.most, Math.max(takes.least, rate))
  if (fits !== rate) notes.adjustments.push(`pace: ${shown(fits)} instead of ${shown(rate)}`)
  return [takes.field, fits]
}

/** Who speaks for whom nobody is known for; null: a voice of which nobody says whose it is. */
const nearestTo = { child: 'woman', woman: null, man: null } as const

/** The same person has the same voice in every scene: the seed is theirs. Each age begins elsewhere in the list. */
const castIn = <T>(
  voices: readonly T[],
  { age, seed }: { age: 'young' | 'middle' | 'old'; seed: number },
): T | undefined => {
  const from = { young: Math.floor(voices.length / 2), middle: 0, old: voices.length - 1 }[age]
  const step = age === 'old' ? -1 : 1
  const at = (from + step * seed) % Math.max(1, voices.length)
  return voices.at(at)
}

/** Music of at least the asked length where it can be told, else as long as the model likes. */
export const fitMusic = (wish: MusicWish, fitting: Fitting): Fit => {
  const { fields } = fitting.model
  checkLength(wish.prompt, fitting)
  const { entry, seconds, cutSeconds } = fitSeconds(wish.seconds, fitting)
  const ms = seconds === null ? null : exactly(Math.round(seconds * 1000))
  return {
    body: bodyOf(fields.constant, [[fields.prompt, wish.prompt], entry]),
    gives: { ...givesNothingSeen, seconds, cutSeconds },
    usage: {
      used: { run: exactly(1), '1k_chars': exactly(wish.prompt.length), ...(ms ? { second: ms, minute: ms } : {}) },
      resolution: null,
      audio: true,
      seconds,
    },
  }
}
