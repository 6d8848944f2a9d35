import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** The programs the set-up found for this checkout (`npm test` sets up before it runs anything). */
export const foundTools = (): Record<'mongod' | 'ffmpeg' | 'ffprobe', string> => {
  const bin = resolve(process.env['BACKLOT_HOME'] ?? '.backlot', 'bin')
  const { programs } = JSON.parse(readFileSync(resolve(bin, 'found.json'), 'utf8')) as {
    programs: Record<'mongod' | 'ffmpeg' | 'ffprobe', { path: string }>
  }
  const at = (name: keyof typeof programs) => resolve(bin, programs[name].path)
  return { mongod: at('mongod'), ffmpeg: at('ffmpeg'), ffprobe: at('ffprobe') }
}
