'use client'
import { lasting } from '../status/lasting'
import { useWords } from '../words/useWords'
import { rowsOf, type TimelineRow } from './rowsOf'
import { isOver, type RunTold } from './runShape'

type Props = { run: RunTold; now: number }
const phases = ['qualify', 'scene', 'film', 'handoff'] as const

const toneOf = ({ failed, working, done, total }: TimelineRow): string =>
  failed > 0 ? 'bad' : working > 0 ? 'live' : done === total ? 'good' : 'part'

/** A line for each kind of step: when it ran, how many are done; dashed what still waits. On a phone the lines are a list. */
export const RunTimeline = ({ run, now }: Props) => {
  const { say, step, language } = useWords()
  const rows = rowsOf(run.steps, now)
  const began = Math.min(...rows.flatMap(({ from }) => from ?? []), now)
  const ended = isOver(run.state) ? Math.max(...rows.flatMap(({ to }) => to ?? []), began + 1) : now
  const at = (moment: number): number => Math.min(100, Math.max(0, (100 * (moment - began)) / Math.max(1, ended - began)))
  return (
    <section className="bl-panel" aria-labelledby="bl-timeline">
      <header className="bl-panel__head">
        <h2 id="bl-timeline">{say('timeline')}</h2>
        <span className="bl-second">{lasting((ended - began) / 1000, language)}</span>
      </header>
      <table className="bl-timeline">
        <tbody>
          {phases.flatMap((phase) =>
            rows.filter((row) => row.phase === phase).map((row, n) => (
              <tr key={row.name}>
                <th scope="row">
                  <span className="bl-timeline__phase">{n === 0 ? say(`phase_${phase}`) : ''}</span>
                  <span>{step(row.name)}</span>
                </th>
                <td>
                  {row.from === null ? (
                    <span className="bl-bar bl-bar--waits">{row.done === row.total ? `${row.done}/${row.total}` : say('waitsFor')}</span>
                  ) : (
                    <span className={`bl-bar bl-bar--${toneOf(row)}`} style={{ insetInlineStart: `${at(row.from)}%`, inlineSize: `max(2.6rem, ${at(row.to ?? ended) - at(row.from)}%)` }}>
                      {row.done}/{row.total}
                    </span>
                  )}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  )
} // prettier-ignore
