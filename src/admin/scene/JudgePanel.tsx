'use client'
import type { ToldTake } from '@/domain/takes/toldTake'
import { StatusTag } from '../status/StatusTag'
import { statusMeta } from '../status/statusMeta'
import { useWords } from '../words/useWords'
import { answerLooks } from './answerLooks'
import { judgedOf, type Judged } from './judgedOf'
import { Overrule } from './Overrule'
import type { Standing } from './standingOf'

type Props = {
  scene: string
  standing: Standing
  takes: readonly ToldTake[]
  shown: string | null
  look: () => Promise<void>
}

/** What each judge was asked, its answer and what it saw; no and unknown first. */
export const JudgePanel = ({ scene, standing, takes, shown, look }: Props) => {
  const { say, status } = useWords()
  const { vision, knowledge } = judgedOf(standing, takes, shown)
  const { by, reason } = standing.overrule ?? {}
  return (
    <section className="bl-panel bl-judges" aria-label={say('judges')}>
      {vision.length + knowledge.length === 0 && <p className="bl-empty bl-judges__wide">{say('noAnswers')}</p>}
      {vision.length > 0 && <Judge title={say('visionJudge')} list={vision} />}
      {knowledge.length > 0 && <Judge title={say('knowledgeJudge')} list={knowledge} />}
      <div className="bl-judges__foot">
        {reason ? (
          <p className="bl-judges__overruled">
            <StatusTag {...statusMeta.flag.overruled} filled>
              {status('flag.overruled')}
            </StatusTag>
            <span>{say('overruledBy', { by: by ?? '', reason })}</span>
          </p>
        ) : (
          <p className="bl-second">{say('bothMustPass')}</p>
        )}
        <Overrule scene={scene} standing={standing} takes={takes} shown={shown} look={look} />
      </div>
    </section>
  )
}

const Judge = ({ title, list }: { title: string; list: Judged[] }) => {
  const { say } = useWords()
  const asked = list.filter(({ answer }) => answer !== 'not_asked')
  const notAsked = list.filter(({ answer }) => answer === 'not_asked')
  const pass = asked.filter(({ answer }) => answer === 'yes').length
  const worst = asked[0]?.answer ?? 'not_asked'
  return (
    <div className="bl-judges__judge">
      <h3>
        {title} {asked.length > 0 && <StatusTag {...answerLooks[worst]}>{say('passes', { pass, all: asked.length })}</StatusTag>}
      </h3>
      <Answers list={asked} />
      {notAsked.length > 0 && (
        <details>
          <summary>{say('notAsked', { count: notAsked.length })}</summary>
          <Answers list={notAsked} />
        </details>
      )}
    </div>
  )
} // prettier-ignore

const Answers = ({ list }: { list: Judged[] }) => {
  const { say } = useWords()
  return (
    <ul>
      {list.map(({ key, question, answer, evidence, isRequired }) => (
        <li key={key}>
          <StatusTag {...answerLooks[answer]}>{say(`answer_${answer}`)}</StatusTag>
          <span>
            {question}
            {!isRequired && answer === 'no' && <span className="bl-second"> {say('toldOnly')}</span>}
            <span className="bl-second bl-judges__seen">{evidence}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
