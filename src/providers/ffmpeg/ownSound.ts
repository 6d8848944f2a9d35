import { join } from 'node:path'
import type { VoiceChannel } from '@/domain/sound/voiceChannel'
import type { OwnSoundKind } from '../spec/filmTools'
import type { MediaToolPaths } from '../spec/mediaToolPaths'
import { loudnessOf } from '../previs/sound/pcm/loudnessMeter'
import { level, trimSilence } from '../previs/sound/pcm/dynamics'
import { peakOf } from '../previs/sound/pcm/peakOf'
import { throughChannel } from '../previs/sound/throughChannel'
import { openWav, readWav, writeWav, type Pcm } from '../previs/sound/wav'
import { loudness } from './loudness'
import { runFfmpeg } from './runTool'
import { wholeFile } from './wholeFile'

export type OwnSound = {
  file: string
  kind: OwnSoundKind
  /** The longest it may last, seconds: a voice is spoken faster for it, up to 1.35×; anything else is cut. */
  fitS: number
  /** Of a voice: through what it is heard; as it is where nothing is said. */
  channel?: VoiceChannel
  to: string
  scratch: string
  signal: AbortSignal
}

/** As loud as what the offline department makes of the same kind, LUFS. */
const loudnessFor: Record<OwnSoundKind, number> = { voice: -18, music: -19, effect: -19 }
const fastest = 1.35
const voiceMostS = 60
const effectMostS = 20
/** Below this peak a recording holds nothing that anybody hears. */
const silentBelow = 0.004
const gainMostDb = 24
const peakMostDb = -1.5

/** Brings a recording to a 48 kHz WAV of even loudness; see `FilmTools.ownSound`. */
export const ownSound = async (
  tools: MediaToolPaths,
  wish: OwnSound,
): Promise<{ durationS: number; silent: boolean; speed: number }> =>
  wish.kind === 'music' ? takeMusic(tools, wish) : takeShort(tools, wish)

/** Any length: one measurement and one gain for the part that is played. */
const takeMusic = async (tools: MediaToolPaths, { file, kind, fitS, to, scratch, signal }: OwnSound) => {
  const part = join(scratch, 'own-music.wav')
  await decodeTo(tools, { file, to: part, mostS: fitS, signal, channels: 2 })
  const { lufs, truePeakDbtp } = await loudness(tools, part, signal)
  const silent = lufs <= -69 || truePeakDbtp < 20 * Math.log10(silentBelow)
  const gain = silent ? 0 : Math.min(gainMostDb, loudnessFor[kind] - lufs, peakMostDb - truePeakDbtp)
  await wholeFile(to, (out) =>
    runFfmpeg(tools.ffmpeg, ['-i', part, '-af', `volume=${gain.toFixed(2)}dB`, ...pcm, out], { signal }),
  )
  const wav = await openWav(to)
  await wav?.close()
  return { durationS: wav ? wav.frames / wav.rate : 0, silent, speed: 1 }
}

/** A line or a noise, in memory: without silence at its ends, level, and in time. */
const takeShort = async (
  tools: MediaToolPaths,
  { file, kind, fitS, channel = 'near', to, scratch, signal }: OwnSound,
) => {
  const raw = join(scratch, 'own-raw.wav')
  const spoken = kind === 'voice'
  const how = spoken ? ({ mostS: voiceMostS, channels: 1 } as const) : ({ mostS: effectMostS, channels: 2 } as const)
  await decodeTo(tools, { file, to: raw, signal, ...how })
  const heard = await readWav(raw)
  const silent = isSilent(heard)
  const paced = spoken && !silent ? await inTime(tools, heard, { fitS, scratch, signal }) : { sound: heard, speed: 1 }
  const { rate } = paced.sound
  const channels = paced.sound.channels.map((one) => throughChannel(one, channel))
  if (!silent) level(channels, loudnessFor[kind])
  await wholeFile(to, (out) => writeWav(out, { rate, channels }))
  return { durationS: (channels[0]?.length ?? 0) / rate, silent, speed: Math.round(paced.speed * 1000) / 1000 }
}

const isSilent = ({ channels }: Pcm): boolean =>
  Math.max(...channels.map((one) => peakOf(one))) < silentBelow || loudnessOf(channels) <= -65

type Pace = { fitS: number; scratch: string; signal: AbortSignal }

/** Without silence at its ends, and faster where it is longer than it may be. */
const inTime = async (tools: MediaToolPaths, heard: Pcm, { fitS, scratch, signal }: Pace) => {
  const sound = { ...heard, channels: heard.channels.map((one) => trimSilence(one, 0.02)) }
  const lengthS = (sound.channels[0]?.length ?? 0) / sound.rate
  const speed = Math.min(fastest, Math.max(1, lengthS / fitS))
  return speed > 1.005 ? { sound: await faster(tools, sound, { speed, scratch, signal }), speed } : { sound, speed: 1 }
}

const faster = async (
  tools: MediaToolPaths,
  sound: Pcm,
  { speed, scratch, signal }: { speed: number; scratch: string; signal: AbortSignal },
): Promise<Pcm> => {
  const [from, to] = [join(scratch, 'own-pace.wav'), join(scratch, 'own-paced.wav')]
  await writeWav(from, sound)
  await runFfmpeg(tools.ffmpeg, ['-i', from, '-af', `atempo=${speed.toFixed(4)}`, ...pcm, to], { signal })
  return readWav(to)
}

const pcm = ['-ar', '48000', '-c:a', 'pcm_s16le', '-fflags', '+bitexact', '-flags:a', '+bitexact']

type Decode = { file: string; to: string; mostS: number; channels: 1 | 2; signal: AbortSignal }
const decodeTo = (tools: MediaToolPaths, { file, to, mostS, channels, signal }: Decode) =>
  runFfmpeg(
    tools.ffmpeg,
    ['-t', String(mostS), '-i', file, '-vn', '-sn', '-map', '0:a:0', '-ac', String(channels), ...pcm, to],
    { signal },
  )
