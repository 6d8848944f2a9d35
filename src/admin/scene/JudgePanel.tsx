'use client'
import { StatusTag } from '../status/StatusTag'
import type { Look } from '../status/statusMeta'
import { useWords } from '../words/useWords'
import { newestAnswers, type Answered, type Standing } from './standingOf'

const looks: Record<NonNullable<Answered['answer']>, Look> = {
  yes: { icon: 'check', tone: 'good' },
  no: { icon: 'cross', tone: 'bad' },
  unknown: { icon: 'question', tone: 'asks' },
  not_asked: { icon: 'circle', tone: 'quiet' },
}
const isKnowledge = ({ judge }: Answered): boolean => /knowledge|brain/i.test(judge ?? '')

/** What each judge was asked of the finished picture, its answer and what it saw; no and unknown first. */
export const JudgePanel = ({ standing }: { standing: Standing }) => {
  const { say } = useWords()
  const answers = newestAnswers(standing.answers)
  const parts = [
    { title: say('visionJudge'), list: answers.filter((one) => !isKnowledge(one)) },
    { title: say('knowledgeJudge'), list: answers.filter(isKnowledge) },
  ]
  return (
    <section className="bl-panel bl-judges" aria-label={say('judges')}>
      {answers.length === 0 && <p className="bl-empty">{say('noAnswers')}</p>}
      {parts.map(({ title, list }) =>
        list.length === 0 ? null : (
          <div key={title}>
            <h3>
              {title} <span className="bl-second">{say('passes', { pass: list.filter(({ answer }) => answer === 'yes').length, all: list.length })}</span>
            </h3>
            <ul>
              {list.map((one) => (
                <li key={one.id}>
                  <StatusTag {...looks[one.answer ?? 'unknown']}>{say(`answer_${one.answer ?? 'unknown'}`)}</StatusTag>
                  <span>
                    {one.question ?? one.claim} {one.required && <span className="bl-second">{say('required')}</span>}
                    <span className="bl-second bl-judges__seen">{one.evidence ?? one.reason}</span>
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
      {standing.overrule?.reason && <p className="bl-second">{say('overruledBy', { by: standing.overrule.by ?? '', reason: standing.overrule.reason })}</p>}
    </section>
  )
} // prettier-ignore
