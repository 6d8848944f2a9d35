import { BudgetNeeded, asBudget, stoppedAtBudget } from '@/domain/money/budgetNeeded'
import { StudioError } from '@/domain/errors/StudioError'
import { inDollars } from '@/domain/money/nanodollars'
import type { Quote } from '@/domain/money/quote'
import type { ProjectSettings, StopPoint } from '@/domain/project/projectSettings'
import type { ProjectSlug } from '@/domain/project/projectSlug'
import type { Bill, QuoteBilled } from '@/studio/moneyDesk'
import type { OpenStudio } from '@/studio/openStudio'
import type { FilmArguments } from './filmArguments'
import type { Progress } from './progress'
import type { ScreenplayFile } from './readScreenplayFile'

type Priced = {
  studio: Pick<OpenStudio, 'money'>
  asked: Pick<FilmArguments, 'models' | 'budget' | 'until'>
  file: Pick<ScreenplayFile, 'fountain' | 'sha256'>
  slug: ProjectSlug
  view: Progress
  signal: AbortSignal
}
type Project = { id: string }

/** Where the command stops: its budget is the approval, so it runs through unless it was told not to. */
export const stopOf = ({ until }: Priced['asked']): StopPoint => until ?? 'clips'

/** What `--models` and `--budget` mean as settings of the project. Fails as models are chosen. */
export const moneySettings = async ({ studio, asked, slug }: Priced): Promise<Partial<ProjectSettings>> => {
  const budget = asked.budget === null ? {} : { budgetNanodollars: asked.budget }
  if (asked.models === null) return budget
  return { ...budget, models: await studio.money.choose(asked.models, slug) }
}

const quoteFor = ({ studio, asked, file, slug }: Priced, settings: Partial<ProjectSettings>): Promise<Quote> =>
  studio.money.quote({
    slug,
    settings,
    screenplay: { text: file.fountain, sha256: file.sha256 },
    until: stopOf(asked),
  })

/** Says what the film costs before anything is spent; answers what was agreed to. Fails: BUDGET_NEEDED, and as models are priced. */
export const agreePrice = async (priced: Priced, settings: Partial<ProjectSettings>): Promise<Quote> => {
  const { studio, asked, slug, view } = priced
  const quote = await quoteFor(priced, settings)
  const { expected, atMost } = quote.nanodollars
  if (atMost === 0) {
    if (asked.models !== null && asked.models !== 'previs') view.say('Nothing is left that costs money.')
    return quote
  }
  view.say(`What is still to be paid: about ${inDollars(expected)}, at most ${inDollars(atMost)}.`)
  for (const line of quote.lines.filter((one) => one.atMost > 0)) view.say(`  ${lineOf(line)}`)
  if (asked.budget === null) throw new BudgetNeeded(quote)
  const enough = (await studio.money.gone(slug)) + atMost
  if (asked.budget < enough)
    view.say(
      `note: --budget ${asBudget(enough)} is surely enough; with less it may stop before its end, and goes on later.`,
    )
  return quote
}

const lineOf = ({ department, model, calls, expected, atMost, why }: Quote['lines'][number]): string =>
  `${department}, ${model}: ${String(calls)} ${calls === 1 ? 'call' : 'calls'}, about ${inDollars(expected)}, at most ${inDollars(atMost)} (${why})`

/** After a run stopped: what is under way lands first; a budget that was too small is told with what it needs. */
export const afterStop = async (
  priced: Priced,
  { project, error }: { project: Project; error: unknown },
): Promise<unknown> => {
  if (!(error instanceof StudioError)) return error
  const { studio, view, signal } = priced
  try {
    await studio.money.settled(project, { signal, say: view.say })
    const bill = await studio.money.bill(project)
    tellBill(bill, view)
    if (error.code !== 'BUDGET_SPENT') return error
    return stoppedAtBudget(error, { gone: bill.spent + bill.held, quote: await quoteFor(priced, {}) })
  } catch {
    return error // whoever looks at the money afterwards must not hide why the film stopped
  }
}

/** The bill, department by department; nothing where nothing was paid. */
export const tellBill = ({ spent, held, rows }: Bill, view: Progress): void => {
  if (spent + held === 0) return
  view.say(`Paid for this film: ${inDollars(spent)}.`)
  for (const row of rows.filter((one) => one.spent > 0)) view.say(`  ${row.key}: ${inDollars(row.spent)}`)
  if (held > 0) view.say(`note: up to ${inDollars(held)} more was sent and is not billed yet; it stays held back.`)
}

/** What was said to cost beside what it did: lines that are off, each with its reasons. Nothing where nothing was said. */
export const tellDifference = (billed: QuoteBilled | null, view: Progress): void => {
  if (!billed || billed.billed === 0) return
  const { expected, offByThousandths: off } = billed
  view.say(`It was to cost about ${inDollars(expected)}: ${(Math.abs(off) / 10).toFixed(1)} % ${off > 0 ? 'more' : 'less'} was billed.`)
  for (const line of billed.lines.filter(({ because }) => because.length > 0))
    view.say(`  ${line.department}, ${line.model} (${line.why}): ${inDollars(line.billed)} of about ${inDollars(line.expected)}; ${line.because.join('; ')}`)
} // prettier-ignore
