import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { databaseAway } from '../../asked/databaseAway'
import { shareApproval, shareComment, shareListed } from './shareComments'
import { shareFilm, sharePoster, shareVideo } from './shareFilm'
import { sharePage, shareScript, shareStyle } from './sharePage'

/** Below /share: all that a share link opens. */
export const shareEndpoints: Endpoint[] = [
  ...[shareScript, shareStyle, sharePage, shareFilm, shareVideo, sharePoster],
  ...[shareListed, shareComment, shareApproval],
]

const paths = shareEndpoints.map((endpoint) => ({
  endpoint,
  form: new RegExp(`^/share${endpoint.path.replace('.', '\\.').replace(':token', '([^/]{1,200})')}/?$`),
}))

/**
 * The answer to a request below /share. Whoever asks is nobody here, whatever login they bring: only the secret in the
 * address counts. Null: there is no such route. Fails as the routes do.
 */
export const answerShare = async (payload: Payload, request: Request): Promise<Response | null> => {
  const { pathname, searchParams } = new URL(request.url)
  const found = paths.find(({ endpoint, form }) => endpoint.method === request.method.toLowerCase() && form.test(pathname))
  if (!found) return null
  const routeParams = { token: found.form.exec(pathname)?.[1] }
  const req = Object.assign(request, { payload, searchParams, user: null, routeParams, context: {} })
  try {
    return await found.endpoint.handler(req as unknown as PayloadRequest)
  } catch (error) {
    throw (error instanceof Error ? databaseAway(error, req as unknown as PayloadRequest) : null) ?? error
  }
} // prettier-ignore

const nothing = () =>
  Response.json({ errors: [{ code: 'ROUTE_UNKNOWN', message: 'There is nothing at this address.' }] }, { status: 404 })

/** What lies behind the door for everything below /share. */
export const shareDesk =
  (payload: () => Promise<Payload>) =>
  async (request: Request): Promise<Response> =>
    (await answerShare(await payload(), request)) ?? nothing()
