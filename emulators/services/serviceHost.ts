import { jsonReply } from '../http/reply'
import type { Call, Host, Route } from '../http/route'
import type { Moment, Provider } from '../plan/planShape'

const failure = (status: number) => jsonReply(status, { success: false, error: `The service answers ${status}` })

type Service = {
  prefix: string
  provider: Provider
  /** Whether the caller may; health needs no key. */
  knows: (headers: Readonly<Record<string, string>>) => boolean
  routes: Route[]
}

/** One of the three services of the original design: plain JSON, a key, nothing signed. */
export const serviceHost = ({ prefix, provider, knows, routes }: Service): Host => ({
  prefix,
  provider,
  refuses: ({ asked }) =>
    asked.path.endsWith('/health') || knows(asked.headers) ? null : jsonReply(401, { error: 'Unauthorized' }),
  failure,
  noBalance: () => jsonReply(402, { success: false, error: 'No credit' }),
  routes: [
    {
      method: 'GET',
      path: /^(\/api\/v1)?\/health$/,
      at: 'read',
      endpoint: () => 'health',
      handle: () => jsonReply(200, { status: 'ok' }),
    },
    ...routes,
  ],
})

/** `POST /query` below `/api/v1`, or without it; `:id` and `:name` stand for one step of the path. */
export const serviceRoute = (line: string, at: Moment, handle: (call: Call) => ReturnType<Route['handle']>): Route => {
  const [method = 'GET', path = '/'] = line.split(' ')
  const steps = path.replace(/:(\w+)/g, '(?<$1>[^/]+)')
  return { method, path: new RegExp(`^(/api/v1)?${steps}$`), at, endpoint: () => path.slice(1), handle }
}

export const wrongInput = (words: string) => jsonReply(422, { success: false, error: words })
