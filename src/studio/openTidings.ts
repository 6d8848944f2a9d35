import type { Payload } from 'payload'
import { mailDesk, type Mail } from '@/jobs/mailDesk'
import { tidingsDesk } from '@/jobs/tidingsDesk'
import type { TidingsParts } from '@/jobs/tellRun'
import type { AlertsStore } from '@/stores/alertsStore'
import type { ControlDb } from '@/stores/controlDb'
import { mailsStore } from '@/stores/mailsStore'
import type { MailSettings } from './mailSettings'

type Asked = {
  payload: Payload
  control: ControlDb
  tidings: TidingsParts
  alerts: AlertsStore
  /** `only`: a command's own runs. A command tells nobody what happened elsewhere, and mails nothing. */
  settings: { only: ReadonlySet<string> | null; mail?: (MailSettings & { base: string }) | null }
  until: AbortSignal
  log: (line: string) => void
}

/** What a worker that stays does for people: tells them what happened, and mails it where there is a mail server. */
export const openTidings = ({ payload, control, tidings, alerts, settings, until, log }: Asked): { drained: () => Promise<void> } => {
  const { only, mail } = settings
  if (only !== null) return quiet
  tidingsDesk({ ...tidings, until, log })
  if (!mail) return quiet
  const { notices } = tidings
  return mailDesk({ mails: mailsStore(control), notices, alerts, base: mail.base, send: sender(payload), until, log })
} // prettier-ignore

const quiet = { drained: () => Promise.resolve() }

/** Says that no answer is wanted, so that holiday notes do not come back. */
const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }

const sender =
  (payload: Payload) =>
  async (mail: Mail): Promise<void> => {
    await payload.sendEmail({ ...mail, headers })
  }
