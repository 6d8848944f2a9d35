import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { World } from '../world/openWorld'
import { findFfmpeg, findFfprobe } from './findFfmpeg'

const run = promisify(execFile)
const timeLimitMs = 120_000

/**
 * Runs ffmpeg over files that are only there for it: `files` by name go in, the one named `out` comes back.
 * One thread of encoding, so that several emulated machines do not starve each other.
 */
export const runFfmpeg = async (
  world: World,
  { files, args, out }: { files: Record<string, Buffer>; args: string[]; out: string },
): Promise<Buffer> => {
  const folder = await mkdtemp(join(world.folder, 'make-'))
  try {
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes)
    await run(findFfmpeg(), ['-nostdin', '-y', '-hide_banner', '-v', 'error', ...args, out], {
      cwd: folder,
      signal: world.signal,
      timeout: timeLimitMs,
    })
    return await readFile(join(folder, out))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export type Probed = { seconds: number; width: number; height: number; frames: number; sound: boolean }

/** What ffprobe says of a file; fails when it is no film and no sound. */
export const probe = async (world: World, bytes: Buffer): Promise<Probed> => {
  const folder = await mkdtemp(join(world.folder, 'probe-'))
  try {
    await writeFile(join(folder, 'in'), bytes)
    const args = [
      '-v',
      'error',
      '-of',
      'json',
      '-show_entries',
      'format=duration:stream=codec_type,width,height,nb_frames',
      'in',
    ]
    const { stdout } = await run(findFfprobe(), args, { cwd: folder, signal: world.signal, timeout: timeLimitMs })
    const said = JSON.parse(stdout) as {
      format?: { duration?: string }
      streams?: { codec_type?: string; width?: number; height?: number; nb_frames?: string }[]
    }
    const picture = said.streams?.find(({ codec_type }) => codec_type === 'video')
    return {
      seconds: Number(said.format?.duration ?? 0),
      width: picture?.width ?? 0,
      height: picture?.height ?? 0,
      frames: Number(picture?.nb_frames ?? 0),
      sound: said.streams?.some(({ codec_type }) => codec_type === 'audio') ?? false,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
