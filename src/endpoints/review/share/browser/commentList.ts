import { timecodeOf } from '@/domain/review/frames'
import { placeInCut } from '@/domain/review/placeInCut'
import type { ReviewCut } from '@/domain/review/reviewCut'
import type { ShownComment } from '@/domain/review/shown'
import { make } from './make'
import { say } from './words'

type Drawn = {
  cut: ReviewCut
  comments: readonly ShownComment[]
  seek: (frame: number) => void
  /** Where the link lets its holder write. */
  answer: ((to: ShownComment) => void) | null
}

const said = ({ name, text, resolved }: ShownComment): HTMLElement[] => [
  make('strong', { dir: 'auto' }, [name]),
  ...(resolved ? [make('span', { class: 'second' }, [` ${say('done', { by: resolved.by })}`])] : []),
  make('p', { dir: 'auto', class: 'said' }, [text]),
]

/** Remarks in the order of the film, each with its answers. */
export const commentList = ({ cut, comments, seek, answer }: Drawn): HTMLElement => {
  const fps = cut.rate.num / cut.rate.den
  const placed = comments
    .filter(({ parent }) => parent === null)
    .map((comment) => ({ comment, at: placeInCut(comment, { film: cut.film.sha256, clips: cut.clips }) }))
    .sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity))
  if (placed.length === 0) return make('p', { class: 'second' }, [say('none')])
  const items = placed.map(({ comment, at }) =>
    make('li', { class: comment.resolved ? 'remark remark--done' : 'remark' }, [
      at === null
        ? make('span', { class: 'second' }, [say('earlier')])
        : make('button', { type: 'button', class: 'at', onClick: () => seek(at) }, [timecodeOf(at, fps)]),
      ...said(comment),
      ...comments.filter(({ parent }) => parent === comment.id).map((one) => make('div', { class: 'answer' }, said(one))),
      ...(answer ? [make('button', { type: 'button', class: 'quiet', onClick: () => answer(comment) }, [say('reply')])] : []),
    ]),
  )
  return make('ol', { class: 'remarks' }, items)
} // prettier-ignore
