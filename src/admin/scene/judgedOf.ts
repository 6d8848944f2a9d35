import type { ToldTake } from '@/domain/takes/toldTake'
import type { Answered, Standing } from './standingOf'

export type Answer = 'yes' | 'no' | 'unknown' | 'not_asked'
export type Judged = { key: string; question: string; answer: Answer; evidence: string; isRequired: boolean }
export type JudgedPicture = { vision: Judged[]; knowledge: Judged[] }

const order: readonly Answer[] = ['no', 'unknown', 'yes', 'not_asked']
const worstFirst = (list: Judged[]): Judged[] =>
  list.toSorted((a, b) => order.indexOf(a.answer) - order.indexOf(b.answer))

const isKnowledge = ({ judge }: Answered): boolean => /knowledge|brain/i.test(judge ?? '')
const wordsOf = (claim: string): string => claim.replace(/^\d+:|^knowledge:/, '').replaceAll(':', ' · ')

/**
 * What the judges were asked and said, no and unknown first: of the take that is looked at, else of the picture that
 * counts. Answers of older films were kept without their questions: those stand with the calls of the judges.
 */
export const judgedOf = ({ answers }: Standing, takes: readonly ToldTake[], shown: string | null): JudgedPicture => {
  const asked = new Map(takes.flatMap((take) => take.answers.map(({ claim, question }) => [claim, question] as const)))
  const kept = answers.filter(({ layer }) => layer === null || layer === undefined).map((one) => keptOf(one, asked))
  const knowledge = worstFirst(kept.filter((one) => one.isKnowledge))
  const seen = kept.filter((one) => !one.isKnowledge)
  const take = takes.find(({ id }) => id === shown) ?? (seen.length === 0 ? takes.find(({ kind }) => kind === 'still') : undefined)
  return { vision: worstFirst(take ? ofTake(take) : seen), knowledge }
} // prettier-ignore

const ofTake = ({ id, answers }: ToldTake): Judged[] =>
  answers.map(({ question, answer, evidence }) => ({
    key: `${id} ${question}`,
    question,
    answer,
    evidence,
    isRequired: true,
  }))

const keptOf = (one: Answered, asked: ReadonlyMap<string, string>): Judged & { isKnowledge: boolean } => {
  const claim = one.claim ?? ''
  const question = one.question ?? ''
  return {
    key: one.id ?? claim + question, question: question === '' ? (asked.get(claim) ?? wordsOf(claim)) : question,
    answer: one.answer ?? 'unknown', evidence: one.evidence ?? one.reason ?? '', isRequired: one.required !== false, isKnowledge: isKnowledge(one),
  } // prettier-ignore
}
