import { join } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'
import { openWav, type WavReader } from '../../previs/sound/wav'
import type { SoundCue } from '../../spec/filmTools'
import type { MediaToolPaths } from '../../spec/mediaToolPaths'
import { toWav } from '../loudness'

/** Opens sounds for the mix: 48 kHz WAVs as they are, anything else converted once into `scratch`, which the caller empties. */
export const soundShelf = (tools: MediaToolPaths, { scratch, signal }: { scratch: string; signal: AbortSignal }) => {
  const converted = new Map<string, Promise<string>>()
  const convert = async (file: string) => {
    const to = join(scratch, `sound-${converted.size}.wav`)
    await toWav(tools, { file, to, signal })
    return to
  }
  return {
    async open(file: string): Promise<WavReader> {
      const direct = converted.has(file) ? null : await openWav(file).catch(() => null)
      if (direct?.rate === 48_000 && direct.channels <= 2) return direct
      await direct?.close()
      const made = converted.get(file) ?? convert(file)
      converted.set(file, made)
      const reader = await openWav(await made)
      if (!reader) throw unreadable(file)
      return reader
    },
  }
}
export type SoundShelf = ReturnType<typeof soundShelf>

/** A cue while it sounds: adds its part of `[from, from + frames)` of the film to a stereo stem. */
export type SoundingCue = {
  until: number
  add(into: Float32Array[], from: number, frames: number): Promise<void>
  close(): Promise<void>
}

const shortestFade = 144 // 3 ms: nothing begins or ends with a click

export const startCue = async (cue: SoundCue, shelf: SoundShelf): Promise<SoundingCue> => {
  const reader = await shelf.open(cue.file)
  const until = cue.loop && reader.frames > 0 ? cue.endSample : Math.min(cue.endSample, cue.startSample + reader.frames)
  // A mono sound stands in the middle: 3 dB less on each side is as loud as it was.
  const level = (10 ** (cue.gainDb / 20) * (reader.channels === 1 ? Math.SQRT1_2 : 1)) / 32768
  const span = Math.max(1, until - cue.startSample)
  const fade = (seconds: number) => Math.min(span / 2, Math.max(shortestFade, seconds * 48_000))
  const [fadeIn, fadeOut] = [fade(cue.fadeInS), fade(cue.fadeOutS)]
  return {
    until,
    close: () => reader.close(),
    async add(into, from, frames) {
      const first = Math.max(from, cue.startSample)
      const end = Math.min(from + frames, until)
      for (let at = first; at < end;) {
        const source = (at - cue.startSample) % reader.frames
        const count = Math.min(end - at, reader.frames - source)
        const samples = await reader.read(source, count)
        const since = at - cue.startSample
        const scaled = scale(samples, { level, since, span, fadeIn, fadeOut, channels: reader.channels })
        into.forEach((side, c) => {
          const from48 = scaled[c] ?? scaled[0]
          if (from48) addTo(side, from48, at - from)
        })
        at += count
      }
    },
  }
}

type Scale = { level: number; since: number; span: number; fadeIn: number; fadeOut: number; channels: number }

/** Integer samples as left and right with gain and fades; `since` is how long the cue has sounded. */
const scale = (samples: Int16Array, { level, since, span, fadeIn, fadeOut, channels }: Scale): Float32Array[] => {
  const count = samples.length / channels
  const whole = since >= fadeIn && since + count <= span - fadeOut
  return Array.from({ length: channels }, (_, c) => {
    const channel = new Float32Array(count)
    if (whole) for (let i = 0, s = c; i < count; i++, s += channels) channel[i] = (samples[s] ?? 0) * level
    else
      for (let i = 0, s = c; i < count; i++, s += channels)
        channel[i] = (samples[s] ?? 0) * level * fadeAt(Math.min((since + i) / fadeIn, (span - since - i) / fadeOut))
    return channel
  })
}
/** Equal power: two sounds that cross keep their loudness. */
const fadeAt = (share: number): number => (share >= 1 ? 1 : Math.sin((Math.PI / 2) * Math.max(0, share)))
const addTo = (into: Float32Array, from: Float32Array, at: number) => {
  for (let i = 0; i < from.length; i++) into[at + i] = (into[at + i] ?? 0) + (from[i] ?? 0)
}

const unreadable = (file: string) =>
  new StudioError({
    code: 'SOUND_UNREADABLE',
    what: `${file} cannot be used as sound.`,
    why: 'It could not be decoded to 48 kHz stereo.',
    fix: 'Give a sound file that plays elsewhere (WAV, MP3, M4A, FLAC, OGG).',
    retry: 'afterFix',
  })
