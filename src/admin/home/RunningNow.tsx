import { Link } from '@payloadcms/ui'
import type { LiveRun } from '@/stores/reads/homeRead'
import { links } from '../shell/links'
import { statusMeta } from '../status/statusMeta'
import { StatusTag } from '../status/StatusTag'
import type { Words } from '../words/wordsOf'

type Props = { runs: readonly LiveRun[]; titles: ReadonlyMap<string, string>; words: Words }

export const RunningNow = ({ runs, titles, words: { say } }: Props) => (
  <section className="bl-panel" aria-labelledby="bl-running">
    <header className="bl-panel__head">
      <h2 id="bl-running">{say('runningNow')}</h2>
      <Link href={links.runs}>{say('allRuns')}</Link>
    </header>
    {runs.length === 0 ? (
      <p className="bl-empty">{say('nothingRuns')}</p>
    ) : (
      <ul className="bl-rows">
        {runs.slice(0, 4).map(({ _id, kind, state, project, progress: { done, total } }) => (
          <li key={_id} className="bl-running">
            <Link href={links.run(_id)}>
              <StatusTag {...statusMeta.run[state]}>{say(`run_${kind}`)}</StatusTag>
            </Link>
            <progress value={done} max={Math.max(1, total)} aria-label={say('progress')} />
            <span className="bl-second">
              {titles.get(project)} · {done} {say('ofSteps', { total })}
            </span>
          </li>
        ))}
      </ul>
    )}
  </section>
)
