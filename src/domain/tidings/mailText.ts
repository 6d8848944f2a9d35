import type { NoticeKind, NoticeLanguage, NoticeVars } from './noticeKind'
import { noticeText } from './noticeText'

export type MailedNotice = { kind: NoticeKind; vars: NoticeVars; link: string }
export type MailText = { subject: string; text: string; html: string }

const words = {
  en: {
    many: (count: number) => `${String(count)} notifications from the studio`,
    open: 'Open',
    settings: 'What you are told, and what of it by e-mail, is chosen on your own page:',
  },
  de: {
    many: (count: number) => `${String(count)} Mitteilungen aus dem Studio`,
    open: 'Öffnen',
    settings: 'Was Ihnen mitgeteilt wird, und was davon per E-Mail, wählen Sie auf Ihrer Seite:',
  },
} as const satisfies Record<NoticeLanguage, unknown>

const subjectMost = 140
// eslint-disable-next-line no-control-regex -- these are what must not stand in a header
const unfit = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g

/** One line for a header: whatever could begin another header, or turn the line round, is a space. */
export const asSubject = (text: string): string => text.replaceAll(unfit, ' ').trim().slice(0, subjectMost)

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const asHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? '').replaceAll('\n', '<br>')

/**
 * What is mailed to a person: one notification by itself, several as a digest. `base`: where the studio is reached,
 * without a slash at its end. People's text is text in both parts.
 */
export const mailText = (notices: readonly MailedNotice[], { language, base }: { language: NoticeLanguage; base: string }): MailText => {
  const { many, open, settings } = words[language]
  const told = notices.map(({ kind, vars, link }) => ({ ...noticeText(kind, vars, language), url: `${base}${encodeURI(link)}` }))
  const account = `${base}/admin/account`
  const blocks = told.map(({ title, text, url }) => [title, ...(text === '' ? [] : [text]), url].join('\n'))
  const rows = told.map(
    ({ title, text, url }) =>
      `<p dir="auto"><strong>${asHtml(title)}</strong>${text === '' ? '' : `<br>${asHtml(text)}`}<br><a href="${asHtml(url)}">${open}</a></p>`,
  )
  return {
    subject: asSubject(told.length === 1 ? (told[0]?.title ?? '') : many(told.length)),
    text: `${blocks.join('\n\n')}\n\n-- \n${settings}\n${account}\n`,
    html: `<!doctype html><html lang="${language}"><body>${rows.join('')}<hr><p>${settings}<br><a href="${asHtml(account)}">${asHtml(account)}</a></p></body></html>`,
  }
} // prettier-ignore
