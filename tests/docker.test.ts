import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { envNames } from '@/env'

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
type Service = Record<string, any>
const { services, volumes, networks } = parse(read('docker-compose.yml'), { merge: true }) as Record<
  string,
  Record<string, Service>
>

/** Instructions with their arguments, continued lines joined, by stage. */
const stages = read('Dockerfile')
  .replace(/^\s*#.*\n/gm, '')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .reduce<{ name: string; lines: { does: string; what: string }[] }[]>((list, line) => {
    const [, does = '', what = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? []
    if (does === 'FROM') list.push({ name: / AS (\w+)$/.exec(what)?.[1] ?? '', lines: [] })
    list.at(-1)!.lines.push({ does, what })
    return list
  }, []) // prettier-ignore
const last = stages.at(-1)!
const inLast = (does: string) => last.lines.filter((line) => line.does === does).map(({ what }) => what)

describe('the image', () => {
  it('is built in stages, from a pinned base, and runs as nobody special', () => {
    expect(stages.map(({ name }) => name)).toEqual(['base', 'build', 'studio'])
    expect(stages[0]!.lines[0]!.what).toMatch(/^node:20\.\d+-/)
    expect(inLast('USER')).toEqual(['1000:1000'])
    expect(inLast('COPY').every((what) => what.includes('--chown=node:node'))).toBe(true)
  })
  it('says whether it is well, and starts a command that there is', () => {
    expect(inLast('HEALTHCHECK').join()).toContain('/api/health')
    const [node, script, command] = JSON.parse(inLast('CMD')[0]!) as string[]
    expect([node, command]).toEqual(['node', 'web'])
    expect(existsSync(new URL(`../${script}`, import.meta.url))).toBe(true)
  })
  it('takes neither secrets nor what a machine made with it', () => {
    const ignored = read('.dockerignore').split('\n')
    for (const name of ['.env', '.git', 'node_modules', '.backlot', '.next']) expect(ignored).toContain(name)
  })
})

describe('a shared studio in containers', () => {
  it('is a replica set, one web part and any number of workers of one image', () => {
    expect(Object.keys(services!).sort()).toEqual(['mongo', 'web', 'worker'])
    expect(services!['mongo']!['command']).toContain('--replSet')
    expect(services!['web']!['image']).toBe(services!['worker']!['image'])
    expect(services!['worker']!['deploy'].replicas).toMatch(/^\$\{WORKERS:-\d\}$/)
    expect(services!['web']!['environment']['MONGODB_URI']).toBe('mongodb://mongo:27017/backlot?replicaSet=rs0')
  })
  it('waits for the database, gives workers their time to end, and keeps data in volumes that are declared', () => {
    for (const name of ['web', 'worker']) {
      expect(services![name]!['depends_on'].mongo).toEqual({ condition: 'service_healthy' })
      expect(parseInt(services![name]!['stop_grace_period'], 10)).toBeGreaterThan(15)
    }
    for (const service of Object.values(services!)) {
      for (const volume of service['volumes'] as string[]) expect(volumes).toHaveProperty(volume.split(':')[0]!)
      for (const network of service['networks'] as string[]) expect(networks).toHaveProperty(network)
      expect(service['restart']).toBe('unless-stopped')
    }
  })
  it('shows the database to nobody outside, holds no secret, and sets nothing Backlot does not read', () => {
    expect(services!['mongo']!['ports']).toBeUndefined()
    expect(networks!['inside']).toEqual({ internal: true })
    for (const port of services!['web']!['ports'] as string[]) expect(port).toMatch(/^127\.0\.0\.1:/)
    const settings = services!['web']!['environment'] as Record<string, string>
    expect(settings['PAYLOAD_SECRET']).toMatch(/^\$\{PAYLOAD_SECRET:\?/)
    for (const name of Object.keys(settings)) expect(envNames).toContain(name)
  })
})
