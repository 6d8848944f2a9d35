import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The programs the set-up found, and the home they stand in. */
export const foundTools = (): { home: string; ffmpeg: string; ffprobe: string } => {
  const home = resolve(process.env['BACKLOT_HOME'] ?? '.backlot')
  const { programs } = JSON.parse(readFileSync(join(home, 'bin', 'found.json'), 'utf8')) as {
    programs: Record<'ffmpeg' | 'ffprobe', { path: string }>
  }
  const path = (name: keyof typeof programs) => resolve(home, 'bin', programs[name].path)
  return { home, ffmpeg: path('ffmpeg'), ffprobe: path('ffprobe') }
}
