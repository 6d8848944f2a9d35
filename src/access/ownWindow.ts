const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).host : null)

/**
 * Whether a request certainly comes from a window or a script on this machine that means this studio: loopback Host,
 * no proxy on the way, no other site behind it. Guards single-user mode against rebinding and cross-site requests.
 */
export const ownWindow = (headers: Headers): boolean => {
  const host = headers.get('host')
  if (!host || !loopbackNames.has(host.toLowerCase().replace(/:\d+$/, ''))) return false
  if (forwarding.some((name) => wasForwarded(headers, name, host))) return false
  const site = headers.get('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') return false
  const origin = headers.get('origin')
  return !origin || hostOf(origin) === host.toLowerCase()
}

/** Next itself adds x-forwarded-* for its own loopback socket; only what names another place counts as a proxy. */
const wasForwarded = (headers: Headers, name: string, host: string): boolean => {
  const value = headers.get(name)
  if (value === null) return false
  if (name === 'x-forwarded-for') return !/^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(value)
  if (name === 'x-forwarded-host') return value.toLowerCase() !== host.toLowerCase()
  return name !== 'x-forwarded-proto' || value !== 'http'
}
