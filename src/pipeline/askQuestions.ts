import { Parked, CallFailed } from '@/calls/callPaid'
import { fitQuestion } from '@/agents/fitQuestion'
import { mergeBetter, type Better, type Question } from '@/agents/question'
import { readAnswer } from '@/agents/readAnswer'
import type { CatalogueModel } from '@/domain/catalogue/model'
import { namedModel } from '@/domain/catalogue/namedModel'
import type { Tx } from '@/stores/controlDb'
import type { StepContext, Values } from './defineStep'
import { layDown } from './layDown'
import { textModel } from './paidModel'
import { templateSent } from './templateSent'

/** What a department got for its questions. */
export type Asked = {
  /** The model that was asked; null: none, the rules write alone. */
  by: string | null
  /** What holds of its answers. */
  better: Better
  /** Why the rules' own words stand where they do. */
  refused: string[]
  /** Part of the step's own write. */
  write: (tx: Tx) => Promise<void>
}

const notAsked: Asked = { by: null, better: {}, refused: [], write: () => Promise.resolve() }

type Context = Pick<StepContext, 'project' | 'stores' | 'callPaid' | 'scratch'>
type Wanted = { questions: () => readonly Question[]; values: Values }
type Told = { better: Better; refused: string[]; write?: (tx: Tx) => Promise<void> }

/** What a model takes where its row does not say, seconds. */
const usualSeconds = 20

/**
 * Puts a department's questions to the text model of the project, all at once. An answer that does not hold is asked for
 * once more with the reasons; what does not hold then is left to the rules, and so is what the provider will not answer.
 * Parked until they are there. Fails like `fitQuestion`, and as the paid door where a person can mend it.
 */
export const askQuestions = async (context: Context, { questions, values }: Wanted): Promise<Asked> => {
  const model = values.models.text === undefined ? null : await textModel(context.stores, context.project.settings)
  if (!model) return notAsked
  const asked = questions()
  const ask = askOnce(context, { model, templates: values.prompts, sent: await versionsOf(context, asked) })
  const ends = await Promise.allSettled(asked.map((question) => askTwice(question, ask)))
  const failed = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as Error] : []))
  // what went wrong is told before what is still waited for
  const [first] = [...failed.filter((one) => !(one instanceof Parked)), ...failed]
  if (first !== undefined) throw first
  const told = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
  return {
    by: namedModel(model),
    better: told.reduce<Better>((sum, one) => mergeBetter(sum, one.better), {}),
    refused: told.flatMap(({ refused }) => refused),
    write: async (tx) => {
      for (const one of told) await one.write?.(tx)
    },
  }
}

type Ask = (question: Question, take: 1 | 2, faults: readonly string[]) => Promise<string | null>

const askTwice = async (question: Question, ask: Ask): Promise<Told> => {
  let better: Better = {}
  try {
    const first = readAnswer(question, await ask(question, 1, []))
    better = first.holds
    if (first.faults.length === 0) return { better, refused: [] }
    const second = readAnswer(question, await ask(question, 2, first.faults))
    return {
      better: mergeBetter(better, second.holds),
      refused: second.faults.map((fault) => `${question.what}: ${fault}`),
    }
  } catch (error) {
    if (!(error instanceof CallFailed) || !staysSo(error)) throw error
    return { better, refused: [`${error.what} ${error.why}`], write: error.write }
  }
}

/** Asking again would fail again, or be paid twice; what a person can mend stops the run, and goes on. */
const staysSo = ({ code, retry }: CallFailed): boolean =>
  code === 'CALL_REFUSED' || code === 'CALL_AGAINST_POLICY' || retry === 'never'

/** Template → "agent-casting@2", each looked up once. */
const versionsOf = async ({ stores, project }: Context, asked: readonly Question[]): Promise<Map<string, string>> => {
  const slugs = [...new Set(asked.map(({ template }) => template))]
  const sent = slugs.map(async (slug) => [slug, await templateSent(stores, { slug, project: project.id })] as const)
  return new Map(await Promise.all(sent))
}

type With = { model: CatalogueModel; templates: Values['prompts']; sent: ReadonlyMap<string, string> }

const askOnce =
  (context: Context, { model, templates, sent }: With): Ask =>
  async (question, take, faults) => {
    const { project, callPaid } = context
    const template = templates[question.template] ?? ''
    const on = new Date().toISOString().slice(0, 10)
    const fitted = fitQuestion(question, { model, template, language: project.settings.language, on, faults })
    const { answer } = await callPaid({
      department: question.department, what: question.what, take, prompt: fitted.input,
      shown: { instructions: fitted.instructions, template: sent.get(question.template), adjustments: fitted.adjustments },
      request: await layDown(context, fitted.request), price: fitted.price, expects: null,
      typicalMs: (model.typicalSeconds ?? usualSeconds) * 1000,
    }) // prettier-ignore
    return answer?.text ?? null
  }
