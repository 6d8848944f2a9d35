import type { Endpoint } from 'payload'
import type { Told } from '@/endpoints/asked/route'
import { shareEndpoints } from '@/endpoints/review/share/shareDesk'
import {
  alertEndpoints,
  approvalEndpoints,
  characterEndpoints,
  commentEndpoints,
  editedEndpoints,
  locationEndpoints,
  propEndpoints,
  generationEndpoints,
  notificationEndpoints,
  mediaEndpoints,
  projectEndpoints,
  promptEndpoints,
  runEndpoints,
  sceneEndpoints,
  shareLinkEndpoints,
  studioEndpoints,
} from '@/endpoints/studioEndpoints'

const lists: [string, Endpoint[]][] = [
  ['/api/projects', projectEndpoints],
  ['/api/scenes', sceneEndpoints],
  ['/api/characters', characterEndpoints],
  ['/api/locations', locationEndpoints],
  ['/api/props', propEndpoints],
  ['/api/media', mediaEndpoints],
  ['/api/runs', runEndpoints],
  ['/api/scenes', sceneEndpoints],
  ['/api/alerts', alertEndpoints],
  ['/api/prompts', promptEndpoints],
  ['/api/generations', generationEndpoints],
  ['/api/comments', commentEndpoints],
  ['/api/approvals', approvalEndpoints],
  ['/api/share-links', shareLinkEndpoints],
  ...['projects', 'scenes', 'characters', 'prompts', 'screenplays'].map((slug): [string, Endpoint[]] => [
    `/api/${slug}`,
    editedEndpoints,
  ]),
  ['/api/notifications', notificationEndpoints],
  ['/api', studioEndpoints],
  ['/share', shareEndpoints],
]

const pattern = (below: string, path: string) => new RegExp(`^${below}${path.replace(/:\w+/g, '[^/]+')}$`)

const endpointOf = (method: string, path: string): Endpoint | undefined =>
  lists
    .flatMap(([below, list]) => list.map((endpoint) => ({ below, endpoint })))
    .find(({ below, endpoint }) => endpoint.method === method.toLowerCase() && pattern(below, endpoint.path).test(path))
    ?.endpoint

/** What is wrong with an answer of a route of ours, by its own description in /api/openapi.json; null when nothing. */
export const againstDescription = (
  route: string,
  { status, body }: { status: number; body: unknown },
): string | null => {
  const [method = 'GET', target = '/'] = route.split(' ')
  const { tells } = (endpointOf(method, target.split('?')[0] ?? '')?.custom ?? {}) as { tells?: Told }
  if (!tells || status >= 400 || typeof tells.gives === 'string') return null
  if (status !== tells.ok) return `${route} answered ${String(status)}; its description says ${String(tells.ok)}`
  const read = tells.gives.safeParse(body)
  return read.success ? null : `${route} does not answer as described: ${read.error.message}`
}
