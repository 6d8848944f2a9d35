import type { Asked } from './asked'
import type { Reply } from './reply'
import type { Moment, Provider } from '../plan/planShape'

/** What a route is called with: the request and what its path and body name. */
export type Call = { asked: Asked; params: Readonly<Record<string, string>> }

export type Route = {
  method: string
  /** Matched against the whole path below the prefix; named groups become `params`. */
  path: RegExp
  /** What this is to a plan of bad days. */
  at: Moment
  /** Which endpoint or model this is about, for the plan; '' where it is about none. */
  endpoint?: (call: Call) => string
  handle: (call: Call) => Reply | Promise<Reply>
}

/** A provider's host, at a path prefix of the one listener. */
export type Host = {
  prefix: string
  provider: Provider | null
  /** What somebody without a right key is told; null lets the call in. */
  refuses: (call: Call, at: Moment) => Reply | null
  /** A failure in this provider's own words. */
  failure: (status: number) => Reply
  /** What an account without money is told. */
  noBalance: () => Reply
  routes: readonly Route[]
}

/** The host and the route of a path; the longest prefix wins. */
export const findHost = (hosts: readonly Host[], path: string): Host | undefined =>
  hosts
    .filter(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))
    .sort((one, other) => other.prefix.length - one.prefix.length)[0]

export const findRoute = (host: Host, asked: Asked): { route: Route; call: Call } | undefined => {
  for (const route of host.routes) {
    if (route.method !== asked.method) continue
    const found = route.path.exec(asked.path)
    if (found) return { route, call: { asked, params: decoded(found.groups ?? {}) } }
  }
  return undefined
}

const decoded = (groups: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, unescaped(value ?? '')]))

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
