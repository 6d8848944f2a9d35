import { storyOf } from '@/domain/errors/storyOf'
import { inDollars } from '@/domain/money/nanodollars'
import type { NoticesStore, Telling } from '@/stores/noticesStore'
import type { NearBudget, OpenAlert, UntoldStore } from '@/stores/untoldStore'

type Parts = {
  notices: NoticesStore
  untold: UntoldStore
  /** Whether mail can be sent. */
  mails: boolean
  until: AbortSignal
  log: (line: string) => void
}
export type TidingsDesk = { look: () => Promise<void> }

const pollMs = 5000
/** From this share on, a budget is nearly spent. */
const nearShare = 0.8
/** What is older is shown in the admin and not mailed any more: a studio that was off for a week sends no heap of mail. */
const mailedMs = 24 * 3_600_000

/**
 * Tells people what happened: alerts and budgets that nobody was told of. What was told is marked only when everybody
 * has it, and every row is named by person and event, so that a desk that dies in the middle, or two of them, tell it
 * once.
 */
export const tidingsDesk = (parts: Parts): TidingsDesk => {
  const { until, log, untold } = parts
  let going: Promise<void> | null = null
  const look = (): Promise<void> =>
    (going ??= tellAll(parts)
      .catch((error: unknown) => {
        if (!until.aborted) log(`tidings: ${storyOf(error).why}`)
      })
      .finally(() => (going = null)))
  const timer = setInterval(() => void look(), pollMs)
  until.addEventListener('abort', () => clearInterval(timer), { once: true })
  untold.watch(() => void look(), until)
  void look()
  return { look }
}

const tellAll = async ({ notices, untold, mails, until }: Parts): Promise<void> => {
  const [alerts, budgets] = await Promise.all([untold.alerts(), untold.budgets(nearShare)])
  const happened = [...alerts.map(ofAlert), ...budgets.map(ofBudget)]
  const known = await notices.toldAmong(happened.map(({ event }) => event))
  for (const one of happened.filter(({ event }) => !known.has(event))) {
    if (until.aborted) return
    const project = one.project === null ? '' : await notices.titleOf(one.project)
    const recent = Date.now() - one.at.getTime() < mailedMs
    const people = await notices.listeners(one.project)
    await notices.put({ ...one, vars: { ...one.vars, project } }, { people, mails: mails && recent && one.mailed })
    await notices.markTold(one.event)
  }
}

type Happened = Telling & { mailed: boolean }

/** A run that failed again is told again; of anything else one alert is one thing, however often it happens. */
const ofAlert = ({ _id, project, cause, lastEvent, lastAt, run, link, code, what, why, fix }: OpenAlert): Happened => {
  const isRun = cause.startsWith('run:')
  const isMoney = code === 'GENERATION_UNKNOWN'
  const page = run ? `/admin/collections/runs/${run}` : (link ?? '/admin/alerts')
  return {
    event: isRun ? `run:${lastEvent}` : `alert:${_id.toHexString()}`,
    kind: isRun ? 'runFailed' : isMoney ? 'moneyAtRisk' : 'alert',
    project: project?.toHexString() ?? null,
    link: isMoney ? '/admin/decisions' : page,
    vars: { what, why, fix },
    at: lastAt,
    // that mail cannot be sent is not told by mail
    mailed: !code.startsWith('MAIL_'),
  }
}

const ofBudget = ({ _id, limit, spent, reserved }: NearBudget): Happened => ({
  event: `budget:${_id}:${String(limit)}`,
  kind: 'budgetNear',
  project: _id,
  link: `/admin/collections/projects/${_id}/costs`,
  vars: { used: inDollars(spent + reserved), limit: inDollars(limit) },
  at: new Date(),
  mailed: true,
})
