'use client'
import { Button, Link, toast, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Quote } from '@/domain/money/quote'
import type { SceneTally } from '@/stores/reads/homeRead'
import { ShareDrawer, shareSlug } from '../review/ShareDrawer'
import { links } from '../shell/links'
import { useStudio } from '../shell/StudioProvider'
import { Icon } from '../status/Icon'
import { roundedUp } from '../status/money'
import { QuoteTable } from '../status/QuoteTable'
import { useWords } from '../words/useWords'
import { Downloads, type FilmFile } from './Downloads'
import { FilmReview } from './FilmReview'

type Props = {
  project: string
  status: string
  film: { url: string; poster: string | null } | null
  mayShare: boolean
  tally: SceneTally
  /** Scenes were made after it was cut. */
  behind: boolean
}

/** The film of a project: cut it, watch it, talk about it, share it, save it. */
export const Film = ({ project, status, film, mayShare, tally, behind }: Props) => {
  const { say } = useWords()
  const { press, read } = useStudio()
  const { openModal } = useModal()
  const router = useRouter()
  const [quote, setQuote] = useState<Quote | null>(null)
  const [files, setFiles] = useState<FilmFile[]>([])
  useEffect(() => {
    void read(`/projects/${project}/film-files`).then((told) => setFiles((told?.answer as { docs: FilmFile[] } | undefined)?.docs ?? []))
  }, [project, read])

  const assemble = async () => {
    const accept = quote ? { accept: { hash: quote.hash, nanodollars: quote.nanodollars.atMost } } : {}
    const pressed = await press(`/projects/${project}/assemble`, { fill: 'previs', ...accept })
    // music by a paid model: its price first
    setQuote(pressed && 'quote' in pressed ? pressed.quote : null)
    if (!pressed || !('done' in pressed) || !pressed.done.runId) return
    toast.success(say('started'))
    router.push(links.run(pressed.done.runId))
  }
  const mayCut = ['qualified', 'generated', 'completed'].includes(status)
  const sheet = files.find(({ kind }) => kind === 'contactSheet')
  return (
    <div className="bl-film">
      <div className="bl-docbar">
        <span className="bl-second">{say('doneScenes', { done: tally.done, total: tally.total })}</span>
        <span className="bl-docbar__end">
          {film && (
            <Button buttonStyle="secondary" size="medium" margin={false} disabled={!mayShare} {...(mayShare ? {} : { tooltip: say('mayNotShare') })} onClick={() => openModal(shareSlug)}>
              {say('share')}
            </Button>
          )}
          <Button buttonStyle={film && !behind ? 'secondary' : 'primary'} size="medium" margin={false} disabled={!mayCut} icon={<Icon name="bolt" />} iconPosition="left" onClick={() => void assemble()}>
            {quote ? say('cutFor', { money: roundedUp(quote.nanodollars.atMost) }) : say(film ? 'cutAgain' : 'makeFilm')}
          </Button>
        </span>
      </div>
      {quote && <QuoteTable quote={quote} />}
      {film ? (
        <>
          <FilmNews project={project} behind={behind} stale={tally.stale} />
          <FilmReview project={project} film={film} />
          <div className="bl-film__below">
            <Downloads project={project} files={files} />
            {sheet && (
              <section className="bl-panel" aria-labelledby="bl-sheet">
                <header className="bl-panel__head">
                  <h2 id="bl-sheet">{say('contactSheet')}</h2>
                  <a href={sheet.url}>{say('open')}</a>
                </header>
                <img className="bl-film__sheet" src={sheet.url} alt={say('contactSheet')} loading="lazy" />
              </section>
            )}
          </div>
          {mayShare && <ShareDrawer project={project} />}
        </>
      ) : (
        <NoFilm project={project} tally={tally} />
      )}
    </div>
  )
} // prettier-ignore

/** Why the film is not what its scenes are now, and what to do about it. */
const FilmNews = ({ project, behind, stale }: { project: string; behind: boolean; stale: number }) => {
  const { say } = useWords()
  if (!behind && stale === 0) return null
  return (
    <p className="bl-film__news" role="status">
      <Icon name="loop" /> {behind && say('cutBehind')}{' '}
      {stale > 0 && <>{say('scenesStale', { count: stale })}: <Link href={`${links.board(project)}?show=stale`}>{say('next_stale')}</Link></>}
    </p>
  )
} // prettier-ignore

/** What is missing, as the way there. */
const NoFilm = ({ project, tally: { done, total } }: { project: string; tally: SceneTally }) => {
  const { say } = useWords()
  const [word, href] = total === 0 ? (['next_gather', links.gather(project)] as const) : (['next_board', links.board(project)] as const)
  return (
    <p className="bl-empty">
      {say('noFilm')} {total > 0 && done === total ? say('cutIsNext') : <>{say('scenesFirst')} <Link href={href}>{say(word)}</Link></>}
    </p>
  )
} // prettier-ignore
