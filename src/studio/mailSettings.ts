import type { EmailAdapter } from 'payload'
import type { Env } from '@/env'

/** Where mail goes out, and under which name. */
export type MailSettings = {
  /** As nodemailer takes it. */
  transport: {
    host: string
    port: number
    secure: boolean
    requireTLS: boolean
    auth?: { user: string; pass: string }
    tls: { rejectUnauthorized: boolean }
    connectionTimeout: number
    greetingTimeout: number
    socketTimeout: number
  }
  name: string
  address: string
}

const loopback = /^(127(\.\d{1,3}){3}|localhost|\[?::1\]?)$/
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/**
 * SMTP_URL and MAIL_FROM as the mail library takes them; null: no mail is sent. A password goes over an encrypted
 * connection only, unless the server is this machine. `?tls=required` asks for one in any case.
 */
export const mailSettings = ({ SMTP_URL, MAIL_FROM, PUBLIC_URL }: Env): MailSettings | null => {
  if (SMTP_URL === undefined) return null
  const url = new URL(SMTP_URL)
  const from = /^(?:(.*?)\s*<)?([^<>\s]+@[^<>\s]+?)>?$/.exec(MAIL_FROM ?? '')
  const [, name = '', address] = from ?? []
  const home = PUBLIC_URL === undefined ? url.hostname : new URL(PUBLIC_URL).hostname
  return { transport: transportOf(url), name: name === '' ? 'Backlot' : name, address: address ?? `studio@${home}` }
}

const transportOf = (url: URL): MailSettings['transport'] => {
  const [secure, here] = [url.protocol === 'smtps:', loopback.test(url.hostname)]
  const auth =
    url.username === '' ? null : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
  const asked = url.searchParams.get('tls') === 'required' || (auth !== null && !here)
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? usualPort(secure) : Number(url.port),
    secure,
    requireTLS: asked && !secure,
    ...(auth ? { auth } : {}),
    // a server on this machine has no certificate anybody signed, and nobody stands between
    tls: { rejectUnauthorized: !here },
    ...timeouts,
  }
}

const usualPort = (secure: boolean): number => (secure ? 465 : 587)

/** Payload's door to the mail server; loaded only where there is one, and it connects when something is sent. */
export const mailAdapter = async ({ transport, name, address }: MailSettings): Promise<EmailAdapter> => {
  const { nodemailerAdapter } = await import('@payloadcms/email-nodemailer')
  return nodemailerAdapter({
    defaultFromName: name,
    defaultFromAddress: address,
    transportOptions: transport,
    skipVerify: true,
  })
}
