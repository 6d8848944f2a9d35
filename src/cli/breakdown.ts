import { StudioError } from '@/domain/errors/StudioError'
import { sceneFacts } from '@/domain/film/manifest'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { readStory } from '@/domain/story/readStory'
import type { Command } from './command'
import { readScreenplayFile } from './readScreenplayFile'

/** Prints the scene documents a screenplay would make, and its running time; makes nothing. */
export const breakdown: Command = async (argv) => {
  const files = argv.filter((one) => one !== '--json')
  const [file] = files
  if (file === undefined || file.startsWith('--') || files.length > 1)
    throw new StudioError({
      code: 'USAGE',
      what: 'The command was not understood.',
      why: 'It takes one screenplay file.',
      fix: 'npm run backlot -- breakdown FILE',
    })
  const read = await readScreenplayFile(file)
  const fps = 24
  const broken = breakIntoScenes(read.screenplay, { fps })
  const { scenes, notices } = broken
  const { cast, world } = readStory({ ...broken, elements: read.screenplay.elements }).notices
  let startFrame = 0
  const rows = scenes.map((scene) => {
    const row = {
      ...sceneFacts(scene),
      startFrame,
      frames: scene.frames,
      durationS: scene.durationS,
      dialogue: scene.dialogue,
    }
    startFrame += scene.frames
    return row
  })
  const durationS = Math.round((startFrame / fps) * 1000) / 1000
  process.stdout.write(
    `${JSON.stringify({ fps, durationS, scenes: rows, notices: [...read.notices, ...notices, ...cast, ...world] })}\n`,
  )
  return 0
}
