import { placeInCut } from '@/domain/review/placeInCut'
import type { ReviewCut } from '@/domain/review/reviewCut'
import type { ShownComment } from '@/domain/review/shown'
import { make, spanned } from './make'
import { say } from './words'

type Drawn = { cut: ReviewCut; comments: readonly ShownComment[]; seek: (frame: number) => void }

const row = (label: string, children: HTMLElement[]): HTMLElement =>
  make('div', { class: 'row', role: 'group', 'aria-label': label }, children)

/** Comments, scenes as wide as they last, and lines; a click seeks. */
export const timelineRows = ({ cut, comments, seek }: Drawn): HTMLElement[] => {
  const all = cut.frames
  const pins = comments.flatMap((comment) => {
    const at = placeInCut(comment, { film: cut.film.sha256, clips: cut.clips })
    if (at === null || comment.parent !== null) return []
    const label = `${comment.name}: ${comment.text.slice(0, 80)}`
    const state = comment.resolved ? 'pin pin--done' : 'pin'
    return [spanned(make('button', { class: state, type: 'button', title: label, 'aria-label': label, onClick: () => seek(at) }), at, { to: at, all })]
  })
  const scenes = cut.clips.map(({ clipName, heading, recordIn, recordOut, blends }) =>
    spanned(make('button', { class: blends ? 'clip clip--blends' : 'clip', type: 'button', title: `${clipName} · ${heading}`, onClick: () => seek(recordIn) }, [clipName]), recordIn, { to: recordOut, all }),
  )
  const lines = cut.dialogue.map(({ character, text, recordIn, recordOut }) =>
    spanned(make('span', { class: 'line', title: `${character}: ${text}` }, [character]), recordIn, { to: recordOut, all }),
  )
  return [row(say('comments'), pins), row(say('scenes'), scenes), row(say('dialogue'), lines)]
} // prettier-ignore
