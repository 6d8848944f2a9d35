'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { clipAt } from '@/domain/review/placeInCut'
import { CommentsPanel } from '../review/CommentsPanel'
import { RequestRows } from '../review/RequestRows'
import { SceneVerdict } from '../review/SceneVerdict'
import { useReview } from '../review/useReview'
import { useStudio } from '../shell/StudioProvider'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'
import type { Cut, Loudness } from './cut'
import { FilmBar } from './FilmBar'
import { FilmTimeline } from './FilmTimeline'
import { usePlayer } from './usePlayer'

type Props = { project: string; film: { url: string; poster: string | null } }

/** While the cut is being read: nothing can be sought in it yet. */
const unread: Cut = { film: { name: '', sha256: '' }, rate: { num: 24, den: 1 }, width: 16, height: 9, frames: 1, clips: [], sound: { dialogue: [] }, markers: [] } // prettier-ignore

const useCut = (project: string): { cut: Cut | null; loudness: Loudness | null } => {
  const { read } = useStudio()
  const [cut, setCut] = useState<Cut | null>(null)
  const [loudness, setLoudness] = useState<Loudness | null>(null)
  useEffect(() => {
    void read(`/projects/${project}/timeline`).then((told) => setCut((told?.answer as Cut | undefined) ?? null))
    void read(`/projects/${project}/waveform`).then((told) => setLoudness((told?.answer as Loudness | undefined) ?? null))
  }, [project, read])
  return { cut, loudness }
} // prettier-ignore

/** The player over its timeline, with what was said beside it. */
export const FilmReview = ({ project, film }: Props) => {
  const { say } = useWords()
  const { cut: told, loudness } = useCut(project)
  const review = useReview(project)
  const [isGone, setGone] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const cut = told ?? unread
  const fps = cut.rate.num / cut.rate.den
  const onMark = useCallback(() => field.current?.focus(), [])
  const player = usePlayer({ fps, frames: cut.frames }, onMark)
  const { frame, seek, video } = player
  // it may have failed before the page came alive
  useEffect(() => setGone((video.current?.error ?? null) !== null), [video])
  const comments = useMemo(() => review.comments ?? [], [review.comments])
  const requests = review.approvals.filter(({ answer, settled }) => answer === 'changes' && !settled)
  const nameOf = (scene: string): string => cut.clips.find((clip) => clip.scene === scene)?.clipName ?? scene.slice(-6)
  return (
    <>
      <div className="bl-film__top">
        <div className="bl-film__stage">
          <video ref={video} className="bl-film__player" src={film.url} poster={film.poster ?? undefined} controls preload="metadata" playsInline aria-label={say('film')} onError={() => setGone(true)} />
          {isGone && (
            <p className="bl-stale" role="status">
              <Icon name="triangle" /> {say('fileMissing')}. {say('fileMissingFix')}
            </p>
          )}
          <FilmBar player={player} fps={fps} frames={cut.frames} onMark={onMark} />
          <SceneVerdict project={project} film={cut.film.sha256} scene={clipAt(cut.clips, frame)} approvals={review.approvals} look={review.look} />
        </div>
        <CommentsPanel project={project} cut={cut} fps={fps} frame={frame} review={review} field={field} onSeek={seek} />
      </div>
      {told && <FilmTimeline cut={cut} frame={frame} comments={comments} loudness={loudness} onSeek={seek} />}
      {requests.length > 0 && (
        <section className="bl-panel" aria-labelledby="bl-requests">
          <header className="bl-panel__head">
            <h2 id="bl-requests">{say('requests')}</h2>
          </header>
          <RequestRows requests={requests} nameOf={nameOf} onSettled={() => void review.look()} />
        </section>
      )}
    </>
  )
} // prettier-ignore
