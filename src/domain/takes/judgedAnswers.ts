import { clipLookWhat } from '../money/quoteLines'
import { readLook } from '../verdict/lookAnswers'
import type { SceneCall } from './sceneCall'

/** One question to a judge of pictures, and its answer. */
export type TakeAnswer = { claim: string; question: string; answer: 'yes' | 'no' | 'unknown'; evidence: string }

type Put = { id: string; text: string }
type Said = { id: string; answer: TakeAnswer['answer']; evidence?: string }

const list = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : [])

/** What a judge was asked in one call and said: measured here, or in the words of a paid model. */
const answersOf = ({ request, answer }: SceneCall): TakeAnswer[] => {
  const asked = list<Put | string>(request['questions']).map((one) => (typeof one === 'string' ? { id: '', text: one } : one))
  const told = typeof answer?.['text'] === 'string' ? readLook(answer['text'], asked.length) : null
  const said = list<Said>(answer?.['answers'])
  return asked.map(({ id, text }, at) => {
    const own = told?.[at] ?? said.find((one) => one.id === id)
    return { claim: id, question: text, answer: own?.answer ?? 'unknown', evidence: own?.evidence ?? '' }
  })
} // prettier-ignore

/** The newest answer to each question; later calls come later. */
const newest = (calls: readonly SceneCall[]): TakeAnswer[] => {
  const last = new Map<string, TakeAnswer>()
  for (const one of calls.flatMap(answersOf)) last.set(one.question, one)
  return [...last.values()]
}

const isLook = ({ department, answer }: SceneCall): boolean =>
  (department === 'continuity' || department === 'judges') && answer !== null

/** What was said of one picture, by its content. */
export const answersAbout = (calls: readonly SceneCall[], picture: string): TakeAnswer[] =>
  newest(calls.filter((one) => isLook(one) && one.request['picture'] === picture))

const clipLook = new RegExp(`${clipLookWhat(1).replace('1', String.raw`\d+`)}$`)

/** What was said of pictures of a clip: its judges are called after it and before the next one. */
export const answersAboutClip = (calls: readonly SceneCall[], from: Date, until: Date | null): TakeAnswer[] =>
  newest(calls.filter((one) => isLook(one) && clipLook.test(one.what) && one.at >= from && (!until || one.at < until)))
