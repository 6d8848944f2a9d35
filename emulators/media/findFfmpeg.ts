import { existsSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

/** ffmpeg or ffprobe: named by the environment, on PATH, or what Backlot's set-up keeps in BACKLOT_HOME/bin. */
const find = (program: 'ffmpeg' | 'ffprobe'): string => {
  const named = process.env[`${program.toUpperCase()}_PATH`]
  const places = [
    ...(named ? [resolve(named)] : []),
    ...(process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, program)),
    resolve(process.env['BACKLOT_HOME'] ?? '.backlot', 'bin', program),
  ]
  const found = places.find((path) => existsSync(path))
  if (found === undefined)
    throw new Error(
      `There is no ${program}: install it, set ${program.toUpperCase()}_PATH, or run npm run doctor once.`,
    )
  return found
}

export const findFfmpeg = (): string => find('ffmpeg')
export const findFfprobe = (): string => find('ffprobe')
