import { lookup as systemLookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { StudioError } from '@/domain/errors/StudioError'

export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

export type Reach = {
  /** `host:port`, or a host at the usual port, that may be reached at a private address and over plain http. */
  allowHosts: readonly string[]
  /** Finds the addresses of a name; the system's own without it. */
  resolve?: Resolve
}

/** A single machine on the public internet: no private, shared, local, translated or reserved address, in any notation. */
export const isPublic = (address: string): boolean => {
  if (isIP(address) === 0) return false
  const read = ipaddr.process(address)
  if (read.range() !== 'unicast') return false
  // all that is given out lies in 2000::/3; what remains below holds old spellings of IPv4
  return read.kind() === 'ipv4' || read.match(givenOut, 3)
}

const givenOut = ipaddr.IPv6.parse('2000::')

export const isAllowed = (url: { protocol: string; hostname: string; port: string }, reach: Reach): boolean => {
  const usual = url.protocol === 'https:' ? '443' : '80'
  const named = `${url.hostname}:${url.port || usual}`
  return reach.allowHosts.some((host) => host === named || `${host}:${usual}` === named)
}

/**
 * How an address is reached: only when it is public, and by exactly the addresses that were checked. A name is resolved
 * once, and all of its addresses must be public. Throws MEDIA_ADDRESS_REFUSED, and the connection fails with it.
 */
export const publicLookup = (url: URL, reach: Reach): { lookup?: LookupFunction } => {
  if (isAllowed(url, reach)) return {}
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) === 0) return { lookup: checkedLookup(reach.resolve ?? systemResolve) }
  if (!isPublic(host)) throw addressRefused(host, 'It is no public address.')
  return {}
}

const systemResolve: Resolve = (host) => systemLookup(host, { all: true, verbatim: true })

const checkedLookup =
  (resolve: Resolve): LookupFunction =>
  (host, options, done) => {
    const found = resolve(host).then((addresses) => {
      const closed = addresses.find(({ address }) => !isPublic(address))
      if (closed) throw addressRefused(host, `It leads to ${closed.address}, which is no public address.`)
      const [first] = addresses
      if (!first) throw new Error(`${host} has no address.`)
      return { addresses, first }
    })
    found.then(
      ({ addresses, first }) => (options.all ? done(null, addresses) : done(null, first.address, first.family)),
      (error: unknown) => done(error as NodeJS.ErrnoException, '', 0),
    )
  }

export const addressRefused = (host: string, why: string): StudioError =>
  new StudioError({
    code: 'MEDIA_ADDRESS_REFUSED',
    what: `Nothing is fetched from ${host.slice(0, 200)}.`,
    why,
    fix: 'Files are fetched over https from public addresses only; add host:port to MEDIA_ALLOW_HOSTS if it is yours.',
    retry: 'never',
  })
