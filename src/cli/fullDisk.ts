import type { ErrorStory } from '@/domain/errors/StudioError'

/** Whatever a full disk broke first, the story is the disk. */
export const fullDisk = (story: ErrorStory): ErrorStory => {
  const found = /[^\n]*(no space left on device|ENOSPC|disk quota exceeded|EDQUOT)[^\n]*/i.exec(story.why)
  if (!found || story.code === 'OUT_NOT_WRITTEN') return story
  return {
    ...story,
    code: 'DISK_FULL',
    what: 'The disk is full.',
    why: `While something was written it said: ${found[0].trim().slice(0, 300)}`,
    fix: 'Make room (“npm run backlot -- clean” removes what no film needs), then run the same command again: it goes on where it was.',
  }
}
