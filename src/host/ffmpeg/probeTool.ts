import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { StudioError } from '@/domain/errors/StudioError'

export type ToolAbilities = {
  version: string
  /** Names that `-filters` and `-encoders` list. */
  filters: ReadonlySet<string>
  encoders: ReadonlySet<string>
  /** `-fps_mode` exists (5.1 and later), else `-vsync`. */
  fpsMode: boolean
}

type Kept = {
  path: string
  size: number
  mtimeMs: number
  version: string
  filters: string[]
  encoders: string[]
  fpsMode: boolean
}

/** What an ffmpeg can do, asked of it once; `keptIn` holds the answer by path, size and time. */
export const probeTool = async (path: string, keptIn: string): Promise<ToolAbilities> => {
  const { size, mtimeMs } = statSync(path)
  const before = readKept(keptIn)
  const known = before?.path === path && before.size === size && before.mtimeMs === mtimeMs
  const now = known ? before : { path, size, mtimeMs, ...(await ask(path)) }
  if (!known) keep(keptIn, now)
  const { version, filters, encoders, fpsMode } = now
  return { version, filters: new Set(filters), encoders: new Set(encoders), fpsMode }
}

const ask = async (path: string): Promise<Omit<Kept, 'path' | 'size' | 'mtimeMs'>> => {
  const [told, filters, encoders, help] = await Promise.all([
    output(path, ['-version']),
    output(path, ['-filters']),
    output(path, ['-encoders']),
    output(path, ['-h', 'full']),
  ])
  return {
    version: /version (\S+)/.exec(told)?.[1] ?? 'unknown',
    // " T.C name  V->V  what it does": flags, name, pads; the legend above has "=" where the name would be
    filters: namesIn(filters, /^ [A-Z.|]{2,3} +([a-z0-9_]+) +\S*->/gim),
    // " V....D libx264  what it is"
    encoders: namesIn(encoders, /^ [VAS][A-Z.]{5} ([^\s=]+) /gm),
    fpsMode: /^-fps_mode\b/m.test(help),
  }
}

const namesIn = (text: string, row: RegExp): string[] =>
  [...text.matchAll(row)].flatMap(([, name]) => name ?? []).sort()

const run = promisify(execFile)

const output = async (path: string, args: string[]): Promise<string> => {
  try {
    return (await run(path, ['-hide_banner', ...args], { timeout: 30_000, maxBuffer: 20_000_000 })).stdout
  } catch (cause) {
    throw new StudioError({
      code: 'MEDIA_TOOLS_UNUSABLE',
      what: `${path} does not tell what it can do.`,
      why: `${args.join(' ')} failed: ${cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)}`,
      fix: 'Set FFMPEG_PATH to an ffmpeg that works, or unset it so that Backlot fetches one itself.',
      retry: 'afterFix',
      cause,
    })
  }
}

const readKept = (file: string): Kept | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept
  } catch {
    return undefined
  }
}

const keep = (file: string, kept: Kept): void => {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${String(process.pid)}`
  writeFileSync(draft, JSON.stringify(kept))
  renameSync(draft, file)
}
