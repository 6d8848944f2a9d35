import { NextResponse, type NextRequest } from 'next/server'

// eslint-disable-next-line no-restricted-properties -- Next writes the mode in when it builds; no setting is read
const isDevelopment = process.env.NODE_ENV === 'development'

/** What a page of the admin may load: its own scripts by a mark of this answer, and nothing from elsewhere. */
const policyOf = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')

/** Gives every page of the admin a policy of its own; Next marks its scripts with the nonce it reads from it. */
export const proxy = (request: NextRequest): NextResponse => {
  const policy = policyOf(btoa(crypto.randomUUID()))
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const answer = NextResponse.next({ request: { headers } })
  answer.headers.set('Content-Security-Policy', policy)
  return answer
}

export const config = {
  // a server action may carry more than a proxy passes on
  matcher: [{ source: '/admin/:path*', missing: [{ type: 'header', key: 'next-action' }] }],
}
