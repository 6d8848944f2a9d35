import type { Link } from '@/stores/linksStore'

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:26rem;margin:12vh auto;padding:0 1rem;color:#222;background:#fff}' +
  'label{display:block;margin:1rem 0 .25rem}input{width:100%;padding:.5rem;font:inherit;box-sizing:border-box}' +
  'button{margin-top:1.5rem;padding:.5rem 1.25rem;font:inherit}' +
  '@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}a{color:#9cf}}'

/** A page without scripts; `body` is HTML, `title` is not. */
export const page = (title: string, body: string, status = 200): Response => {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)} · Backlot</title><style>${style}</style></head><body><h1>${escaped(title)}</h1>${body}</body></html>`
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
  }
  return new Response(html, { status, headers })
}

/** The form of a one-time link: a password, and for the first person an e-mail. */
export const welcomePage = ({ kind, email, name }: Link, token: string): Response => {
  const isNew = kind !== 'reset'
  const who =
    kind === 'first'
      ? field('email', 'E-mail', 'type="email" required autocomplete="username"')
      : `<p>${escaped(email)}</p>`
  const called = isNew ? field('name', 'Name', `value="${escaped(name)}" maxlength="100" autocomplete="name"`) : ''
  const secret = field(
    'password',
    'Password, at least 10 characters',
    'type="password" required minlength="10" maxlength="200" autocomplete="new-password"',
  )
  const action = kind === 'first' ? 'first' : 'join'
  const form = `<form method="post" action="/api/people/${action}"><input type="hidden" name="token" value="${escaped(token)}">${who}${called}${secret}<button>${isNew ? 'Come in' : 'Set it'}</button></form>`
  return page(isNew ? 'Welcome to the studio' : 'A new password', form)
}

const field = (name: string, label: string, more: string): string =>
  `<label for="${name}">${label}</label><input id="${name}" name="${name}" ${more}>`

/** Words as they stand in HTML. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`)
