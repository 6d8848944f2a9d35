import { StudioError } from '@/domain/errors/StudioError'
import { wholeFile } from '../../ffmpeg/wholeFile'
import type { Speech, SpeechModel, SpeechRequest } from '../../spec/speech'
import { sayWithFlite } from './flite'
import { murmur } from './murmur'
import { filter, highpass, peaking } from './pcm/biquad'
import { compress, level, trimSilence } from './pcm/dynamics'
import { resample } from './pcm/resample'
import { sayable } from './sayable'
import { throughChannel } from './throughChannel'
import { timbreOf, type Timbre } from './timbre'
import { writeWav } from './wav'

const rate = 48_000
const fastest = 1.35
const loudness = -18

/** The offline voices: English flite speech in as many timbres as a film has parts. Same request, same bytes. */
export const scratchVoice = (): SpeechModel => ({
  id: 'previs-voice',
  version: '2',
  async say(request, { file, signal }) {
    signal.throwIfAborted()
    if (!/\S/.test(request.text)) throw nothingToSay()
    const timbre = timbreOf(request.voice)
    const words = sayable(request.text)
    const spoken = words !== ''
    const take = (speed: number) =>
      spoken ? speak(words, timbre, speed) : Promise.resolve(hum(request, timbre, speed))
    const { sound, speed } = await fit(take, request.fitS)
    signal.throwIfAborted()
    const finished = level(
      [throughChannel(compress(voiced(sound), { threshold: 0.08, ratio: 3 }), request.channel)],
      loudness,
    )
    await wholeFile(file, (temporary) => writeWav(temporary, { rate, channels: finished }))
    return { durationS: (finished[0]?.length ?? 0) / rate, speed, spoken } satisfies Speech
  },
})

type Fitted = { sound: Float32Array; speed: number }

/** First at the voice's own pace; when that is too long, once or twice faster, never beyond 1.35×. */
const fit = async (take: (speed: number) => Promise<Float32Array>, fitS: number): Promise<Fitted> => {
  const longest = Math.max(1, fitS * rate)
  let speed = 1
  let sound = await take(speed)
  for (let tried = 0; tried < 3 && sound.length > longest && speed < fastest; tried++) {
    speed = Math.min(fastest, speed * (sound.length / longest) * 1.01)
    sound = await take(speed)
  }
  return { sound, speed: Math.round(speed * 1000) / 1000 }
}

// Another tract by resampling shortens the sound; the stretch makes that good and sets the pace.
const speak = async (text: string, { voice, tract, pitch, pace, tremor }: Timbre, speed: number) => {
  const said = await sayWithFlite({ text, voice, stretch: tract / pace / speed, pitch })
  return shake(trimSilence(resample(said.channels[0] ?? new Float32Array(0), (said.rate * tract) / rate)), tremor)
}

const tremorHz = 5.3
/** An old voice: its level wavers five times a second. */
const shake = (sound: Float32Array, depth: number): Float32Array => {
  if (depth > 0)
    for (let i = 0; i < sound.length; i++)
      sound[i] = (sound[i] ?? 0) * (1 - depth * (0.5 + 0.5 * Math.sin((2 * Math.PI * tremorHz * i) / rate)))
  return sound
}

const hum = ({ text, fitS }: SpeechRequest, { voice, tract, pitch, pace }: Timbre, speed: number) => {
  const letters = text.match(/\p{L}|\p{N}/gu) ?? []
  const wide = letters.filter((letter) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(letter),
  ).length
  const syllables = Math.max(1, Math.round(wide + (letters.length - wide) / 2.6))
  const seed = Array.from(text).reduce((hash, letter) => (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0, 7)
  const syllableS = Math.min(0.19 / pace / speed, fitS / syllables)
  return trimSilence(murmur({ syllables, syllableS, pitchHz: (voice === 'slt' ? 180 : 110) * tract * pitch, seed }))
}

const voiced = (sound: Float32Array) =>
  filter(sound, highpass({ rate, hz: 110 }), peaking({ rate, hz: 3000, q: 1, gainDb: 3 }))

const nothingToSay = () =>
  new StudioError({
    code: 'LINE_EMPTY',
    what: 'There is nothing to say.',
    why: 'The line of dialogue has no words.',
    fix: 'Write the line, or remove it from the scene.',
  })
