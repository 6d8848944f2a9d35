import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { MediaToolPaths } from '@/providers/spec/mediaToolPaths'

const find = (name: string): string => {
  const places = [process.env[`${name.toUpperCase()}_PATH`], name, resolve('.backlot/bin', name)]
  const found = places.find((place) => place && spawnSync(place, ['-version']).status === 0)
  if (!found) throw new Error(`${name} is neither in ${name.toUpperCase()}_PATH, on PATH, nor in .backlot/bin`)
  return found
}
const names = (listing: string) => new Set([...listing.matchAll(/^ [A-Z.|]{2,6} +(\w+) /gm)].map((match) => match[1]!))
const ffmpegPath = find('ffmpeg')
const ask = (what: string) => execFileSync(ffmpegPath, ['-hide_banner', what], { encoding: 'utf8', stdio: 'pipe' })

/** The tools of this machine, as the studio would find them. */
export const tools: MediaToolPaths = {
  ffmpeg: ffmpegPath,
  ffprobe: find('ffprobe'),
  filters: names(ask('-filters')),
  encoders: names(ask('-encoders')),
  fpsMode: !/^4\.|N-47683/.test(ask('-version').split(' ')[2] ?? ''),
}

const dir = mkdtempSync(join(tmpdir(), 'backlot-film-'))
// shared by all files of one worker
process.once('exit', () => rmSync(dir, { recursive: true, force: true }))
export const place = (name: string): string => join(dir, name)
mkdirSync(place('scratch'))
export const at = { signal: new AbortController().signal, scratch: place('scratch') }

/** ffmpeg, quiet, to its end. */
export const ffmpeg = (...args: string[]): void => {
  execFileSync(tools.ffmpeg, ['-nostdin', '-y', '-v', 'error', ...args], { stdio: 'pipe' })
}
/** What ffmpeg writes to stdout. */
export const ffmpegOut = (...args: string[]): Buffer =>
  execFileSync(tools.ffmpeg, ['-nostdin', '-v', 'error', ...args, '-'], { maxBuffer: 1 << 30, stdio: 'pipe' })
