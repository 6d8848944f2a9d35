import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The reference readers of what editing programs take, from PyPI. */
const packages = [
  'opentimelineio==0.18.1',
  'otio-cmx3600-adapter==1.0.0',
  'otio-fcp-adapter==1.0.0',
  'otio-fcpx-xml-adapter==1.0.0',
]
const folder = () => join(resolve(process.env['BACKLOT_HOME'] ?? '.backlot'), 'bin', 'opentimelineio-0.18.1')

/** Why the readers cannot be had here; null when they can. Fetches them once, about 3 MB. */
export const fetchReaders = async (): Promise<string | null> => {
  if (existsSync(folder())) return null
  const part = `${folder()}.${String(process.pid)}.part`
  mkdirSync(dirname(part), { recursive: true })
  try {
    await run('python3', ['-m', 'pip', 'install', '--quiet', '--no-input', '--target', part, ...packages], { timeout: 240_000 }) // prettier-ignore
    if (!existsSync(folder())) renameSync(part, folder())
    return null
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n').find((line) => /ERROR|ENOENT|No module/.test(line)) ?? error.message) : String(error) // prettier-ignore
  } finally {
    rmSync(part, { recursive: true, force: true })
  }
}

export type ReadTrack = {
  name: string
  frames: number
  clips: { name: string; start: number; frames: number; at: number; black: boolean }[]
  transitions: [number, number][]
}
export type ReadTimeline = {
  name: string
  start: number | null
  markers: string[]
  video: ReadTrack[]
  audio: ReadTrack[]
  /** Written by the reader and read again it is the same. */
  again: boolean
}

/** What the reference readers see in these files, by ending. */
export const readTimelines = async (fps: number, files: readonly string[]): Promise<Record<string, ReadTimeline>> => {
  const env = { ...process.env, PYTHONPATH: folder() }
  const { stdout } = await run('python3', ['tests/handoff/readTimelines.py', String(fps), ...files], { env })
  return JSON.parse(stdout) as Record<string, ReadTimeline>
}
