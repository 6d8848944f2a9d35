'use client'
import { useSearchParams } from 'next/navigation'
import { lazy, Suspense } from 'react'
import { useWords } from '../words/useWords'
import { RunTimeline } from './RunTimeline'
import type { RunTold } from './runShape'

type Props = { run: RunTold; now: number; picked: string | null; onPick: (name: string | null) => void }
const views = ['steps', 'scenes', 'graph'] as const
type View = (typeof views)[number]
const words = { steps: 'byStep', scenes: 'byScene', graph: 'runGraph' } as const

const RunGraph = lazy(() => import('./RunGraph').then((room) => ({ default: room.RunGraph })))

/** When what ran, by steps or by scenes, and what waits for what. Which of them is in the address. */
export const RunPicture = ({ run, now, picked, onPick }: Props) => {
  const { say } = useWords()
  const asked = useSearchParams().get('view')
  const open = views.filter((view) => view !== 'scenes' || run.scenes.length > 1)
  const view: View = open.find((one) => one === asked) ?? (run.kind === 'generate' && run.scenes.length > 1 && run.scenes.length <= 40 ? 'scenes' : 'steps')
  const show = (next: View) => {
    onPick(null)
    window.history.replaceState(null, '', `?view=${next}`)
  }
  return (
    <section className="bl-panel" aria-labelledby="bl-timeline">
      <header className="bl-panel__head">
        <h2 id="bl-timeline">{view === 'graph' ? say('whatWaits') : say('timeline')}</h2>
        <span className="bl-views" role="group" aria-label={say('viewAs')}>
          {open.map((one) => (
            <button key={one} type="button" aria-pressed={view === one} onClick={() => show(one)}>
              {say(words[one])}
            </button>
          ))}
        </span>
      </header>
      {view === 'graph' ? (
        <Suspense fallback={<p className="bl-empty">{say('loading')}</p>}>
          <RunGraph run={run} picked={picked} onPick={onPick} />
        </Suspense>
      ) : (
        <RunTimeline run={run} now={now} by={view === 'scenes' ? 'scene' : 'step'} picked={picked} onPick={onPick} />
      )}
    </section>
  )
} // prettier-ignore
