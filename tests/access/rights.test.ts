import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { formatNames } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles, type Role } from '@/access/roles'
import { generationStatus } from '@/domain/generation/generationStatus'
import { sceneStatus } from '@/domain/scene/sceneStatus'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'

const password = 'a long enough word'
const verbs = { r: 'reads', c: 'makes', u: 'changes', d: 'deletes' } as const
type Verb = keyof typeof verbs

/** The table of docs/people.md: collection → role → what it may. */
const table = new Map(
  readFileSync(resolve('docs/people.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, slug, ...cells] = line.split('|').map((cell) => cell.trim())
      const name = /^`([a-z-]+)`$/.exec(slug ?? '')?.[1]
      return name === undefined ? [] : [[name, new Map(roles.map((role, i) => [role, cells[i] ?? '']))] as const]
    }),
)

let studio: TestStudio
const tokens = new Map<Role, string>()
const film = { own: '', foreign: '' }
let number = 0

/** 400: it may, and the documents in question want more than this test sends. */
const refused = new Set([401, 403, 404])

/** A document as the pipeline would leave it. */
const seeds: Record<string, (project: string, n: string) => Record<string, unknown>> = {
  projects: (_, n) => ({ title: n, slug: n, status: 'gathering' }),
  scenes: (project, n) => ({ project, title: n, sceneNumber: '1', sequenceNumber: 1 }),
  'scene-states': (project) => ({ project, scene: '0123456789abcdef01234567', status: sceneStatus.names[0] }),
  runs: (project, id) => ({ id, project, kind: 'qualify', state: 'succeeded' }),
  generations: (project, n) => ({ id: n, project, state: generationStatus.names[0] }),
  prompts: (project, n) => ({ project, title: n, slug: n, category: 'scene', text: 'A scene.' }),
  models: (_, n) => ({ title: n, slug: n, department: 'text', provider: 'x' }),
  media: (project, n) => ({ project, filename: `${n}.png`, mimeType: 'image/png', filesize: 1 }),
  characters: (project, name) => ({ project, name }),
  locations: (project, name) => ({ project, name }),
  props: (project, name) => ({ project, name }),
  'story-bible': (project, title) => ({ project, title }),
  'style-guides': (project, title) => ({ project, title }),
  screenplays: (project, title) => ({ project, title }),
  alerts: (project, what) => ({ project, what }),
  'agent-messages': (project, subject) => ({ project, subject }),
  comments: (project, text) => ({ project, text, frame: 0 }),
  approvals: (project, note) => ({ project, note, answer: 'approved', scene: '0123456789abcdef01234567' }),
  'share-links': (project, title) => ({ project, title, may: 'view', hash: title }),
  users: (_, n) => ({ email: `${n}@studio.test`, password, roles: ['reviewer'] }),
}
const seedOf = (slug: string, project: string): Record<string, unknown> => {
  const seed = seeds[slug]?.(project, `x${++number}`)
  if (!seed) throw new Error(`No seed of ${slug}.`)
  return seed
}

const make = async (slug: string, project: string): Promise<string> => {
  const data = seedOf(slug, project)
  const { db } = studio.payload
  if (slug === 'projects') {
    const me = await studio.payload.find({ collection: 'users', limit: 0, overrideAccess: true })
    const members = project === film.own ? me.docs.map(({ id }) => ({ user: id })) : []
    return String((await db.create({ collection: slug, data: { ...data, members } }))['id'])
  }
  if (slug === 'users') return (await studio.payload.create({ collection: 'users', data: data as never, overrideAccess: true })).id // prettier-ignore
  if (slug === 'scene-states') data['scene'] = await make('scenes', project)
  return String((await db.create({ collection: slug as 'scenes', data }))['id'])
}

const kept = new Map<string, Promise<string>>()
/** One that stays as it is: it is only looked at, or asked to be what it is. */
const standing = (slug: string, project: string): Promise<string> => {
  const name = `${slug} of ${project}`
  const id = kept.get(name) ?? make(slug, project)
  kept.set(name, id)
  return id
}
/** One to be deleted: it stands for the next who asks when nobody may. */
const doomed = async (slug: string, project: string, ask: (id: string) => Promise<number>): Promise<number> => {
  const status = await ask(await standing(slug, project))
  if (!refused.has(status)) kept.delete(`${slug} of ${project}`)
  return status
}

const as = (role: Role) => ({ authorization: `JWT ${tokens.get(role) ?? ''}` })
const named = (slug: string) => formatNames(slug)

const rest: Record<Verb, (slug: string, role: Role, project: string) => Promise<number>> = {
  r: async (slug, role, project) => {
    const id = await standing(slug, project)
    if (slug !== 'runs') return (await studio.call(`GET /api/${slug}/${id}?depth=0`, { headers: as(role) })).status
    const listed = await studio.call(`GET /api/runs?where[id][equals]=${id}`, { headers: as(role) })
    return listed.body['totalDocs'] === 1 ? 200 : 404 // one run is shown by a route of ours
  },
  c: async (slug, role, project) =>
    (await studio.call(`POST /api/${slug}`, { body: seedOf(slug, project), headers: as(role) })).status,
  u: async (slug, role, project) =>
    (await studio.call(`PATCH /api/${slug}/${await standing(slug, project)}`, { body: {}, headers: as(role) })).status,
  d: (slug, role, project) =>
    doomed(slug, project, async (id) => (await studio.call(`DELETE /api/${slug}/${id}`, { headers: as(role) })).status),
}

const statusOf = (body: Record<string, any>): number => {
  const error = body['errors']?.[0]
  return error === undefined ? 200 : (error.extensions?.statusCode ?? 400)
}
const graphql: Record<Verb, (slug: string, role: Role, project: string) => Promise<number>> = {
  r: async (slug, role, project) => {
    const query = `{ one: ${named(slug).singular}(id: ${JSON.stringify(await standing(slug, project))}) { id } }`
    const { body } = await studio.graphql(query, as(role))
    return body['data']?.one === null ? 404 : statusOf(body)
  },
  c: async (slug, role, project) => {
    const { singular } = named(slug)
    const query = `mutation ($data: mutation${singular}Input!) { create${singular}(data: $data) { id } }`
    return statusOf((await studio.graphql(query, as(role), { data: seedOf(slug, project) })).body)
  },
  u: async (slug, role, project) => {
    const { singular } = named(slug)
    const query = `mutation { update${singular}(id: ${JSON.stringify(await standing(slug, project))}, data: {}) { id } }`
    return statusOf((await studio.graphql(query, as(role))).body)
  },
  d: (slug, role, project) =>
    doomed(slug, project, async (id) => {
      const query = `mutation { delete${named(slug).singular}(id: ${JSON.stringify(id)}) { id } }`
      return statusOf((await studio.graphql(query, as(role))).body)
    }),
}

beforeAll(async () => {
  studio = await openTestStudio({ singleUser: false })
  for (const role of roles) {
    const email = `${role}@studio.test`
    await studio.payload.create({
      collection: 'users',
      data: { email, password, roles: [role] },
      overrideAccess: true,
    })
    const { body } = await studio.call('POST /api/users/login', { body: { email, password } })
    tokens.set(role, String(body['token']))
  }
  film.foreign = await make('projects', 'of nobody')
  film.own = 'own'
  film.own = await make('projects', 'own')
})
afterAll(async () => {
  await studio.close()
})

describe('the table of docs/people.md', { timeout: 300_000 }, () => {
  it('has every collection people can reach, and every role', () => {
    // notifications are each person's own, whatever the role: tests of their routes hold that
    const all = Object.keys(studio.payload.collections).filter((slug) => slug !== 'notifications')
    const reachable = all.filter((slug) => !slug.startsWith('payload-'))
    expect([...table.keys()].sort()).toEqual(reachable.sort())
  })

  for (const [way, ask] of [
    ['REST', rest],
    ['GraphQL', graphql],
  ] as const)
    it.each([...table.keys()])(`is true of %s over ${way}`, async (slug) => {
      const wrong: string[] = []
      for (const role of roles)
        for (const verb of Object.keys(verbs) as Verb[]) {
          const status = await ask[verb](slug, role, film.own)
          const may = table.get(slug)?.get(role)?.includes(verb) ?? false
          if (may === refused.has(status)) wrong.push(`${role} ${verbs[verb]} ${slug}: ${status}`)
          if (status >= 500) wrong.push(`${role} ${verbs[verb]} ${slug}: ${status}`)
        }
      expect(wrong.join('\n')).toBe('')
    })

  it('ends at the projects somebody is a member of: elsewhere nothing is there', async () => {
    const outsiders = roles.filter((role) => role !== 'producer')
    const ofProjects = [...table.keys()].filter((slug) => slug !== 'users' && slug !== 'models')
    const cells = ofProjects.flatMap((slug) => outsiders.flatMap((role) => (Object.keys(verbs) as Verb[]).map((verb) => ({ slug, role, verb })))) // prettier-ignore
    const wrong: string[] = []
    for (const { slug, role, verb } of cells) {
      if (verb === 'c' && (slug === 'projects' || slug === 'media')) continue // a new project is one's own; media want a file
      const overRest = await rest[verb](slug, role, film.foreign)
      const overGraphQL = await graphql[verb](slug, role, film.foreign)
      const told = verb === 'r' && table.get(slug)?.get(role)?.includes('r') ? overRest === 404 : refused.has(overRest)
      if (!told || !refused.has(overGraphQL)) wrong.push(`${role} ${verbs[verb]} ${slug}: ${overRest}, ${overGraphQL}`)
    }
    expect(wrong.join('\n')).toBe('')
  })
})
