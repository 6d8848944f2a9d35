import type { Endpoint } from 'payload'
import type { Told } from '@/endpoints/asked/route'
import {
  alertEndpoints,
  characterEndpoints,
  locationEndpoints,
  propEndpoints,
  generationEndpoints,
  projectEndpoints,
  promptEndpoints,
  runEndpoints,
  sceneEndpoints,
  studioEndpoints,
} from '@/endpoints/studioEndpoints'

const lists: [string, Endpoint[]][] = [
  ['/api/projects', projectEndpoints],
  ['/api/scenes', sceneEndpoints],
  ['/api/characters', characterEndpoints],
  ['/api/locations', locationEndpoints],
  ['/api/props', propEndpoints],
  ['/api/runs', runEndpoints],
  ['/api/scenes', sceneEndpoints],
  ['/api/alerts', alertEndpoints],
  ['/api/prompts', promptEndpoints],
  ['/api/generations', generationEndpoints],
  ['/api', studioEndpoints],
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
