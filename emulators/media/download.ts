import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import type { World } from '../world/openWorld'
import { InputRefused } from './InputRefused'

/** What lies at an address, and where in the request that address stood. */
export type Source = { url: string; field: string }

const sizeLimit = 100 * 1024 * 1024

const inside = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, bits)
for (const [net, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  inside.addSubnet(net, bits, 'ipv6')

/**
 * Reads a file the way a provider in its data centre does: data URIs, our own CDN, public addresses. A private address
 * is a `file_download_error`, unless `trusted` (the services of the original design stand in one's own network).
 */
export const download = async (world: World, { url, field }: Source, trusted = false): Promise<Buffer> => {
  const refused = () => new InputRefused('file_download_error', field, url.slice(0, 200))
  const data = /^data:[^,]*;base64,(.*)$/s.exec(url)?.[1]
  if (data !== undefined) return Buffer.from(data, 'base64')
  if (!URL.canParse(url)) throw refused()
  const address = new URL(url)
  const ours = world.cdn.ours(address)
  if (ours === 'gone') throw refused()
  if (ours) return world.cdn.read(ours)
  if (!['http:', 'https:'].includes(address.protocol)) throw refused()
  if (!trusted && !(await isPublic(address.hostname))) throw refused()
  return fetchWhole(address, world.signal).catch(() => {
    throw refused()
  })
}

const isPublic = async (host: string): Promise<boolean> => {
  const name = host.replace(/^\[|\]$/g, '')
  const found = isIP(name) ? [{ address: name, family: isIP(name) }] : await lookup(name, { all: true }).catch(() => [])
  return (
    found.length > 0 && found.every(({ address, family }) => !inside.check(address, family === 6 ? 'ipv6' : 'ipv4'))
  )
}

const fetchWhole = async (address: URL, ended: AbortSignal): Promise<Buffer> => {
  const answer = await fetch(address, { signal: AbortSignal.any([ended, AbortSignal.timeout(30_000)]) })
  if (!answer.ok) throw new Error(`It answered ${answer.status}`)
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (bytes.length > sizeLimit) throw new Error('Too large')
  return bytes
}
