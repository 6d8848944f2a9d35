import { storyOf } from '@/domain/errors/storyOf'
import type { NoticeVars } from '@/domain/tidings/noticeKind'
import { mailText } from '@/domain/tidings/mailText'
import type { AlertsStore } from '@/stores/alertsStore'
import type { MailRow, MailsStore } from '@/stores/mailsStore'
import type { Listener, NoticesStore } from '@/stores/noticesStore'
import { mailFault, type MailFault } from './mailFault'

/** A mail as it is handed to the server; `messageId` stays the same when it is sent once more. */
export type Mail = { to: string; subject: string; text: string; html: string; messageId: string }
export type MailPace = { quietMs: number; leaseMs: number; pollMs: number; backMs: readonly number[] }

type Parts = {
  mails: MailsStore
  notices: NoticesStore
  alerts: AlertsStore
  send: (mail: Mail) => Promise<void>
  /** Where the studio is reached: https://studio.example.org */
  base: string
  pace?: MailPace
  until: AbortSignal
  log: (line: string) => void
}
export type MailDesk = { look: () => Promise<void>; drained: () => Promise<void> }

const minute = 60_000
const usualPace: MailPace = {
  quietMs: minute,
  leaseMs: 5 * minute,
  pollMs: 5000,
  backMs: [minute, 5 * minute, 15 * minute, 60 * minute, 180 * minute, 720 * minute],
}

/**
 * Sends what people want to be told by mail. A mail is taken before it is sent and settled after; one of which nobody
 * knows whether the server took it, because the connection broke or this program died, is sent once more at most, under
 * the same Message-ID, and then given up with an alert.
 */
export const mailDesk = (parts: Parts): MailDesk => {
  const { mails, until, log, pace = usualPace } = parts
  let going: Promise<void> | null = null
  const sendAll = async (): Promise<void> => {
    await mails.gather(pace.quietMs)
    while (!until.aborted) {
      const mail = await mails.take(pace.leaseMs)
      if (!mail) return
      await sendOne(parts, mail)
    }
  }
  const look = (): Promise<void> =>
    (going ??= sendAll()
      .catch((error: unknown) => {
        if (!until.aborted) log(`mail: ${storyOf(error).why}`)
      })
      .finally(() => (going = null)))
  const timer = setInterval(() => void look(), pace.pollMs)
  until.addEventListener('abort', () => clearInterval(timer), { once: true })
  void look()
  return { look, drained: async () => going ?? undefined }
}

/** So often may nobody know whether it was taken: once it is sent again, then not any more. */
const unsureMost = 1

const sendOne = async (parts: Parts, mail: MailRow): Promise<void> => {
  const { mails, notices, send, base, log } = parts
  const [person] = await notices.among([mail.person.toHexString()], null)
  if (!person || person.email === '') {
    await mails.failed(mail, 'The person has no address any more.')
    return
  }
  if (mail.unsure > unsureMost) return giveUp(parts, mail, { person, fault: lost })
  const rows = await mails.noticesOf(mail)
  const told = rows.map(({ kind, vars, link }) => ({ kind, link, vars: JSON.parse(vars) as NoticeVars }))
  try {
    if (told.length > 0)
      await send({
        to: person.email,
        messageId: `<${mail._id.toLowerCase()}@backlot>`,
        ...mailText(told, { language: person.language, base }),
      })
    await mails.sent(mail)
  } catch (error) {
    const fault = mailFault(error)
    log(`mail: ${fault.says}`)
    await missed(parts, mail, { person, fault })
  }
}

const lost: MailFault = { is: 'unsure', says: 'Nobody knows whether the mail server took it.', ofServer: true }
type Missed = { person: Listener; fault: MailFault }

const missed = async (parts: Parts, mail: MailRow, { person, fault }: Missed): Promise<void> => {
  const { mails, pace = usualPace } = parts
  const inMs = pace.backMs[mail.tries - 1]
  const unsure = fault.is === 'unsure'
  const over = fault.is === 'refused' || inMs === undefined || (unsure && mail.unsure >= unsureMost)
  if (over) await giveUp(parts, mail, { person, fault })
  else await mails.later(mail, { inMs, error: fault.says, unsure })
}

/** One alert for one address, or for the server itself, however many mails it is about. */
const giveUp = async ({ mails, alerts }: Parts, mail: MailRow, { person, fault }: Missed): Promise<void> => {
  if (!(await mails.failed(mail, fault.says))) return
  const whose = fault.ofServer ? 'the mail server' : person.email
  await alerts.raise({
    project: null,
    cause: `mail:${whose}`,
    event: mail._id,
    severity: 'warning',
    code: 'MAIL_NOT_SENT',
    what: `A mail to ${person.email} was not sent.`,
    why: fault.says,
    fix: fault.ofServer
      ? 'Look at SMTP_URL and MAIL_FROM; what it told stands in the notifications.'
      : 'Correct the address of this person; what it told stands in their notifications.',
  })
}
