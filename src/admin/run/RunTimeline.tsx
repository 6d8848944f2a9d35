'use client'
import { lasting } from '../status/lasting'
import { useWords } from '../words/useWords'
import { rowsOf, type RowsBy, type TimelineRow } from './rowsOf'
import { isOver, stepName, stepNumber, type RunTold } from './runShape'

type Props = { run: RunTold; now: number; by: RowsBy; picked: string | null; onPick: (name: string | null) => void }
const phases = ['qualify', 'scene', 'film', 'handoff'] as const
/** A long film has more scenes than a picture has lines; those that move come first. */
const rowsMost = 120

const toneOf = ({ failed, working, done, total }: TimelineRow): string =>
  failed > 0 ? 'bad' : working > 0 ? 'live' : done === total ? 'good' : 'part'

/** What must be done before the first step of a line may begin, by name. */
const waitsOf = ({ steps }: RunTold): Map<string, string[]> => {
  const byNumber = new Map(steps.map((step) => [stepNumber(step), step]))
  const waits = new Map<string, Set<string>>()
  for (const step of steps) {
    const open = step.needs.flatMap((need) => byNumber.get(need) ?? []).filter(({ state }) => state !== 'succeeded' && state !== 'cancelled')
    const names = open.map(stepName).filter((name) => name !== stepName(step))
    for (const row of [stepName(step), step.scene ?? '']) waits.set(row, new Set([...(waits.get(row) ?? []), ...names]))
  }
  return new Map([...waits].map(([name, all]) => [name, [...all]]))
} // prettier-ignore

/** A line for each kind of step, or each scene: when it ran and how many are done; dashed what still waits, and for what. A bar filters the steps; on a phone the lines are a list. */
export const RunTimeline = ({ run, now, by, picked, onPick }: Props) => {
  const { say, step, language } = useWords()
  const all = rowsOf(run.steps, now, by)
  const rows = all.length > rowsMost ? [...all].sort((a, b) => b.working - a.working || b.failed - a.failed).slice(0, rowsMost) : all
  const waits = waitsOf(run)
  const clips = new Map(run.scenes.map(({ id, clip }) => [id, clip]))
  const began = Math.min(...all.flatMap(({ from }) => from ?? []), now)
  const ended = isOver(run.state) ? Math.max(...all.flatMap(({ to }) => to ?? []), began + 1) : now
  const at = (moment: number): number => Math.min(100, Math.max(0, (100 * (moment - began)) / Math.max(1, ended - began)))
  const waiting = (name: string): string => {
    const names = waits.get(name) ?? []
    return names.length === 0 ? say('waitsPlace') : say('waitsForThese', { names: names.slice(0, 3).map(step).join(', ') })
  }
  return (
    <>
      <p className="bl-second bl-timeline__span">{lasting((ended - began) / 1000, language)}</p>
      <table className="bl-timeline">
        <tbody>
          {phases.flatMap((phase) =>
            rows.filter((row) => row.phase === phase).map((row, n) => (
              <tr key={row.name}>
                <th scope="row">
                  <span className="bl-timeline__phase">{n === 0 ? say(`phase_${phase}`) : ''}</span>
                  <span>{clips.get(row.name) ?? step(row.name)}</span>
                </th>
                <td>
                  {row.from === null ? (
                    <span className="bl-bar bl-bar--waits">{row.done === row.total ? say('doneOf', { done: row.done, total: row.total }) : waiting(row.name)}</span>
                  ) : (
                    <button type="button" className={`bl-bar bl-bar--${toneOf(row)}`} aria-pressed={picked === row.name} title={row.workers.length > 0 ? say('workedBy', { names: row.workers.join(', ') }) : undefined} style={{ insetInlineStart: `min(${at(row.from)}%, 100% - 3.4rem)`, inlineSize: `max(3.4rem, ${at(row.to ?? ended) - at(row.from)}%)` }} onClick={() => onPick(picked === row.name ? null : row.name)}>
                      {row.done}/{row.total}
                      <span className="bl-hidden"> {clips.get(row.name) ?? step(row.name)}</span>
                    </button>
                  )}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      {all.length > rowsMost && <p className="bl-second bl-timeline__span">{say('andMore', { count: all.length - rowsMost })}</p>}
    </>
  )
} // prettier-ignore
