'use client'
import type { ShownComment } from '@/domain/review/shown'
import { placeInCut } from '@/domain/review/placeInCut'
import { useWords } from '../words/useWords'
import { share, type Cut } from './cut'

type Props = { cut: Cut; comments: readonly ShownComment[]; onSeek: (frame: number) => void }

const steps = [1, 2, 5, 10, 30, 60, 120, 300, 600]
const ticksMost = 12

/** Seconds along the film, and over them what was said, each at its frame; a click anywhere seeks. */
export const Ruler = ({ cut, comments, onSeek }: Props) => {
  const { say } = useWords()
  const fps = cut.rate.num / cut.rate.den
  const seconds = cut.frames / fps
  const every = steps.find((one) => seconds / one <= ticksMost) ?? 1800
  const ticks = Array.from({ length: Math.ceil(seconds / every) }, (_, i) => i * every)
  const pins = comments.flatMap((comment) => {
    const at = comment.parent === null ? placeInCut(comment, { film: cut.film.sha256, clips: cut.clips }) : null
    return at === null ? [] : [{ comment, at }]
  })
  const seekAt = ({ currentTarget, clientX }: React.MouseEvent<HTMLDivElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    onSeek(Math.floor(((clientX - left) / width) * cut.frames))
  }
  return (
    <div className="bl-cut__row bl-cut__row--ruler" role="group" aria-label={say('ruler')} onClick={seekAt}>
      {ticks.map((at) => (
        <span key={at} className="bl-cut__tick" style={{ insetInlineStart: share(at * fps, cut.frames) }}>
          {Math.floor(at / 60)}:{String(at % 60).padStart(2, '0')}
        </span>
      ))}
      {pins.map(({ comment, at }) => {
        const label = `${comment.name}: ${comment.text.slice(0, 80)}`
        return (
          <button
            key={comment.id}
            type="button"
            title={label}
            aria-label={label}
            className={comment.resolved ? 'bl-pin bl-pin--done' : 'bl-pin'}
            style={{ insetInlineStart: share(at + 0.5, cut.frames) }}
            onClick={(event) => {
              event.stopPropagation()
              onSeek(at)
            }}
          />
        )
      })}
    </div>
  )
} // prettier-ignore
