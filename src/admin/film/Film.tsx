'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { Quote } from '@/domain/money/quote'
import type { SceneTally } from '@/stores/reads/homeRead'
import { links } from '../shell/links'
import { useStudio } from '../shell/StudioProvider'
import { Icon } from '../status/Icon'
import { roundedUp } from '../status/money'
import { QuoteTable } from '../status/QuoteTable'
import { useWords } from '../words/useWords'
import { FilmTimeline, type Cut } from './FilmTimeline'

type Props = {
  project: string
  status: string
  film: { url: string; bytes: number; updatedAt: string } | null
  poster: string | null
  tally: SceneTally
}

const megabytes = (bytes: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 1e6)

/** The film over the line of its scenes: a click seeks, the playhead follows. */
export const Film = ({ project, status, film, poster, tally }: Props) => {
  const { say, language } = useWords()
  const { read, press } = useStudio()
  const router = useRouter()
  const video = useRef<HTMLVideoElement>(null)
  const [cut, setCut] = useState<Cut | null>(null)
  const [at, setAt] = useState(0)
  const [quote, setQuote] = useState<Quote | null>(null)

  useEffect(() => {
    if (film) void read(`/projects/${project}/timeline`).then((told) => setCut((told?.answer as Cut | undefined) ?? null))
  }, [film, project, read])

  const assemble = async () => {
    const accept = quote ? { accept: { hash: quote.hash, nanodollars: quote.nanodollars.atMost } } : {}
    const pressed = await press(`/projects/${project}/assemble`, { fill: 'previs', ...accept })
    // music by a paid model: its price first
    setQuote(pressed && 'quote' in pressed ? pressed.quote : null)
    if (!pressed || !('done' in pressed) || !pressed.done.runId) return
    toast.success(say('started'))
    router.push(links.run(pressed.done.runId))
  }
  const seek = (seconds: number) => {
    if (video.current) video.current.currentTime = seconds
  }
  const mayCut = ['qualified', 'generated', 'completed'].includes(status)
  return (
    <div className="bl-film">
      <div className="bl-docbar">
        <span className="bl-second">{say('doneScenes', { done: tally.done, total: tally.total })}</span>
        <span className="bl-docbar__end">
          <Button buttonStyle={film ? 'secondary' : 'primary'} size="medium" margin={false} disabled={!mayCut} icon={<Icon name="bolt" />} iconPosition="left" onClick={() => void assemble()}>
            {quote ? say('cutFor', { money: roundedUp(quote.nanodollars.atMost) }) : say(film ? 'cutAgain' : 'makeFilm')}
          </Button>
        </span>
      </div>
      {quote && <QuoteTable quote={quote} />}
      {film ? (
        <>
          <video ref={video} className="bl-film__player" src={film.url} poster={poster ?? undefined} controls preload="metadata" playsInline onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)} />
          {cut && <FilmTimeline cut={cut} at={at} onSeek={seek} />}
          <section className="bl-panel" aria-labelledby="bl-downloads">
            <header className="bl-panel__head">
              <h2 id="bl-downloads">{say('downloads')}</h2>
            </header>
            <ul className="bl-rows bl-downloads">
              <li>
                <a href={film.url} download>
                  {say('film')}
                </a>
                <span className="bl-second">{megabytes(film.bytes, language)}</span>
              </li>
              {poster && (
                <li>
                  <a href={poster} download>
                    {say('poster')}
                  </a>
                </li>
              )}
            </ul>
          </section>
        </>
      ) : (
        <p className="bl-empty">{say('noFilm')}</p>
      )}
    </div>
  )
} // prettier-ignore
