import { lineWhy } from '@/domain/money/quoteLines'
import type { CatalogueModel } from '@/domain/catalogue/model'
import type { FrozenRequest } from '@/domain/catalogue/wish'
import { onlyOnce, type PlannedCalls } from '@/domain/money/quote'
import { templateFor } from '@/domain/prompt/chosenTemplate'
import type { Drafts } from '@/domain/story/draftFilm'
import { filmQuestions } from './filmQuestions'
import { faultsMost, fitQuestion, type Asking, type FittedQuestion } from './fitQuestion'
import type { Question } from './question'
import { readAnswer } from './readAnswer'

/** What stands of a call: its words, that it came to nothing and stays so, or null while it is still to be made. */
export type StandingAnswer = { text: string | null } | 'refused' | null
export type StandingAnswers = (asked: readonly { request: FrozenRequest; take: number }[]) => Promise<StandingAnswer[]>

type Offer = Omit<Asking, 'template' | 'faults'> & {
  model: CatalogueModel
  /** Id of the project; '' for one that is new. */
  project: string
  /** The Prompts documents. */
  templates: readonly Record<string, unknown>[]
  standing: StandingAnswers
}

/** As long as reasons may be, in letters that take the most tokens. */
const longestFaults = ['…'.repeat(faultsMost)]

/**
 * The calls of the writing departments that are still to be paid, each with the one more that an answer which does not
 * hold may take. What was answered before, for whatever project, is not among them. Fails like `fitQuestion`.
 */
export const planText = async (drafts: Drafts, offer: Offer): Promise<PlannedCalls[]> => {
  const { model, language, on, project, templates } = offer
  const fit = (question: Question, faults: readonly string[]): FittedQuestion =>
    fitQuestion(question, { model, language, on, faults, template: templateFor(templates, { slug: question.template, project }) }) // prettier-ignore
  const questions = filmQuestions(drafts).map((question) => ({ question, first: fit(question, []) }))
  const answers = await offer.standing(questions.map(({ first }) => ({ request: first.request, take: 1 })))
  const planned: PlannedCalls[] = []
  const again: { question: Question; second: FittedQuestion }[] = []
  for (const [at, { question, first }] of questions.entries()) {
    const answer = answers[at] ?? null
    if (answer === 'refused') continue
    if (answer === null) {
      planned.push(firstCall(question, { model, price: first.price }))
      planned.push(secondCall(question, { model, price: fit(question, longestFaults).price, expectedTenths: 1 }))
      continue
    }
    const { faults } = readAnswer(question, answer.text)
    if (faults.length > 0) again.push({ question, second: fit(question, faults) })
  }
  const seconds = await offer.standing(again.map(({ second }) => ({ request: second.request, take: 2 })))
  const open = again.filter((_, at) => (seconds[at] ?? null) === null)
  return [...planned, ...open.map(({ question, second }) => secondCall(question, { model, price: second.price, expectedTenths: 10 }))] // prettier-ignore
}

type Priced = { model: CatalogueModel; price: PlannedCalls['price'] }

const firstCall = ({ department, why }: Question, { model, price }: Priced): PlannedCalls => ({
  department, model: model.id, price, calls: 1, takes: onlyOnce, why,
}) // prettier-ignore

const secondCall = (
  { department }: Question,
  { model, price, expectedTenths }: Priced & { expectedTenths: number },
): PlannedCalls => ({
  department, model: model.id, price, calls: 1, takes: { expectedTenths, atMost: 1 },
  why: lineWhy.wordsAgain,
}) // prettier-ignore
