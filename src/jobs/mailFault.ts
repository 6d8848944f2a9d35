/** What a mail server's refusal means. `refused`: for good. `later`: surely not taken. `unsure`: it may have been taken. */
export type MailFault = { is: 'refused' | 'later' | 'unsure'; says: string; ofServer: boolean }

type Thrown = { code?: string; responseCode?: number; command?: string; syscall?: string; message?: string }

/** The connection or the login never stood: nothing was handed over. */
const neverBegun = new Set(['EDNS', 'ETLS', 'EAUTH', 'EENVELOPE', 'ECONNREFUSED', 'ENOTFOUND'])
const neverGreeted = /greeting never received|connection timeout/i
const saidMost = 300

/** Reads what the mail library threw. An address or a login that is refused (5xx) is refused for good; everything else is tried again. */
export const mailFault = (error: unknown): MailFault => {
  const thrown = error as Thrown
  const says = wordsOf(thrown).replaceAll(/\s+/g, ' ').slice(0, saidMost)
  const { code = '', command = '', responseCode = 0 } = thrown
  const ofServer = code === 'EAUTH' || code === 'ETLS' || !/RCPT|DATA/.test(command)
  if (code === 'EAUTH' || responseCode >= 500) return { is: 'refused', says, ofServer }
  return { is: isSurelyNot(thrown) ? 'later' : 'unsure', says, ofServer: true }
}

const wordsOf = ({ message = '' }: Thrown): string => message

const isSurelyNot = ({ code = '', responseCode = 0, syscall, message = '' }: Thrown): boolean =>
  responseCode >= 400 || neverBegun.has(code) || syscall === 'connect' || neverGreeted.test(message)
