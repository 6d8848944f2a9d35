import { StudioError } from '@/domain/errors/StudioError'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])
const ownSites = new Set(['same-origin', 'none'])
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host.toLowerCase() : 'nowhere')

/**
 * A browser sends a login along with whatever page asks. A change by cookie is taken only from the studio's own pages;
 * keys and tokens are sent by nobody but their owner. Fails: ORIGIN_REFUSED.
 */
export const refuseForeignPage = ({ method, headers }: Request, publicUrl: string | null): void => {
  if (reading.has(method) || headers.has('authorization') || !headers.get('cookie')?.includes('payload-token=')) return
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  const own = [headers.get('host'), headers.get('x-forwarded-host'), publicUrl && hostOf(publicUrl)]
  const isOwn = origin === null || own.some((host) => host?.toLowerCase() === hostOf(origin))
  if (isOwn && (site === null || ownSites.has(site))) return
  throw new StudioError({
    code: 'ORIGIN_REFUSED',
    what: 'The request was not carried out.',
    why: 'It came with your login from a page of another website.',
    fix: 'Use the studio’s own pages, or send an API key.',
  })
}
