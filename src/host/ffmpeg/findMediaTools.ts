import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'
import { lacksOf } from './mediaAbilities'
import { probeTool, type ToolAbilities } from './probeTool'

/** The same shape as providers/spec/mediaToolPaths, which this room may not import. */
export type MediaTools = {
  ffmpeg: string
  ffprobe: string
  filters: ReadonlySet<string>
  encoders: ReadonlySet<string>
  fpsMode: boolean
}

/**
 * What the ffmpeg that the set-up found can do; asked once and kept in BACKLOT_HOME/bin by path, size and time.
 * Fails with NO_MEDIA_TOOLS (a program is not there) and MEDIA_TOOLS_LACK (one cannot do what every film needs).
 */
export const findMediaTools = async (found: { home: string; ffmpeg: string; ffprobe: string }): Promise<MediaTools> => {
  for (const path of [found.ffmpeg, found.ffprobe]) if (!existsSync(path)) throw notThere(path)
  const can = await abilitiesOf(found)
  const lacks = lacksOf(can).filter(({ needed }) => needed)
  if (lacks.length > 0)
    throw new StudioError({
      code: 'MEDIA_TOOLS_LACK',
      what: `${found.ffmpeg} cannot make a film.`,
      why: `It has no ${lacks.map(({ kind, name }) => `${kind} ${name}`).join(', no ')}.`,
      fix: 'Install a full ffmpeg (Debian, Ubuntu: apt-get install -y ffmpeg), or unset FFMPEG_PATH so that Backlot fetches one itself.',
      retry: 'afterFix',
    })
  const { filters, encoders, fpsMode } = can
  return { ffmpeg: found.ffmpeg, ffprobe: found.ffprobe, filters, encoders, fpsMode }
}

/** Asks ffmpeg itself or, when it has not changed since, the answer kept in BACKLOT_HOME/bin. */
export const abilitiesOf = (found: { home: string; ffmpeg: string }): Promise<ToolAbilities> =>
  probeTool(found.ffmpeg, join(found.home, 'bin', 'abilities.json'))

const notThere = (path: string): StudioError =>
  new StudioError({
    code: 'NO_MEDIA_TOOLS',
    what: `There is no ${path}.`,
    why: 'Backlot needs ffmpeg and ffprobe; the ones the set-up found are gone.',
    fix: 'Run the same command again: the set-up then finds or fetches them.',
    retry: 'afterFix',
  })
