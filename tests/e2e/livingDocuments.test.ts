import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectSlug } from '@/domain/project/projectSlug'
import { openLivingStudio, type LivingStudio } from '../support/livingStudio'
import { until } from '../support/until'

const screenplay = `Title: Lamp

INT. LIGHTHOUSE - NIGHT

MARA, sixty, in a grey coat, lights a lamp in the rain.

MARA
Say that again.

EXT. HARBOUR - DAY

TOM, thirty, in a blue jacket, walks along the pier and waves at a boat.
`

let film: LivingStudio
const documentIn = async (collection: string, name: string): Promise<Record<string, any>> =>
  (await film.call(`GET /api/${collection}?depth=0&where[project][equals]=${film.id}&where[name][equals]=${name}`))
    .body['docs'][0]
const scenes = async (): Promise<Record<string, any>[]> =>
  (
    await film.call(
      `GET /api/scenes?depth=0&limit=100&sort=sequenceNumber&where[project][equals]=${film.id}&where[archived][not_equals]=true`,
    )
  ).body['docs']
const states = async (): Promise<Record<string, any>[]> => {
  const list = (await film.call(`GET /api/scene-states?depth=0&limit=100&where[project][equals]=${film.id}`)).body[
    'docs'
  ] as Record<string, any>[]
  const order = (await scenes()).map(({ id }) => id as string)
  return order.map((id) => list.find(({ scene }) => scene === id) ?? {})
}
const stale = async () => (await states()).map((one) => one['stale'] === true)
const reasons = async (at: number) => ((await states())[at]?.['staleReasons'] ?? []) as Record<string, any>[]
const edit = async (collection: string, id: string, body: object) => {
  const answer = await film.call(`PATCH /api/${collection}/${id}`, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  await film.settled()
}

beforeAll(async () => {
  film = await openLivingStudio(screenplay)
  await film.run('qualify', { countdownSeconds: 0, startAnyway: true })
  await film.run('generate')
}, 240_000)
afterAll(() => film.close())

describe('an edit of a film that was made', { timeout: 120_000 }, () => {
  it('begins with nothing stale', async () => {
    expect((await stale()).every((one) => !one)).toBe(true)
    expect((await states()).every(({ status }) => status === 'completed')).toBe(true)
  })

  it('of a scene’s title makes nothing stale', async () => {
    const [first] = await scenes()
    await edit('scenes', first?.['id'], { title: 'The lamp' })
    expect(await reasons(0)).toEqual([])
    expect((await stale()).every((one) => !one)).toBe(true)
  })

  it('of a coat marks the scenes that show it, and says why', async () => {
    const mara = await documentIn('characters', 'MARA')
    await edit('characters', mara['id'], { look: { ...mara['look'], costumeColor: '#c01818' } })
    const marked = await stale()
    const all = await scenes()
    expect(marked).toEqual(all.map((one) => (one['charactersPresent'] as string[]).includes('MARA')))
    expect((await reasons(0))[0]?.['reason']).toMatch(
      /^MARA’s costume color changed from grey to red at \d\d:\d\d on .* \(owner@backlot.local\)\.$/,
    )
    expect((await documentIn('characters', 'MARA'))['stale']).toBe(true)
    await edit('characters', mara['id'], { look: mara['look'] })
    expect((await stale()).every((one) => !one)).toBe(true)
    expect((await documentIn('characters', 'MARA'))['stale']).toBe(false)
  })

  it('of a voice makes the sound stale and no picture', async () => {
    const mara = await documentIn('characters', 'MARA')
    await edit('characters', mara['id'], { voice: { ...mara['voice'], gender: 'man' } })
    const told = (await reasons(0)).concat(await reasons(1))
    expect([...new Set(told.flatMap(({ makes }) => makes as string[]))]).toEqual(['scene.speak-lines'])
    expect((await documentIn('characters', 'MARA'))['stale']).not.toBe(true)
    await edit('characters', mara['id'], { voice: mara['voice'] })
    expect((await stale()).every((one) => !one)).toBe(true)
  })
})

describe('what is stale', { timeout: 120_000 }, () => {
  const dye = async (costumeColor: string) => {
    const mara = await documentIn('characters', 'MARA')
    await edit('characters', mara['id'], { look: { ...mara['look'], costumeColor } })
  }

  it('reaches the knowledge base at once, and what is no longer said goes away', async () => {
    const { stores } = film.worker
    const slug = projectSlug((await film.call(`GET /api/projects/${film.id}`)).body['slug'])
    const known = async (question: string) =>
      (await stores.knowledge.byWords(slug, question, 5)).map(({ text }) => text)
    const mara = await documentIn('characters', 'MARA')
    await edit('characters', mara['id'], { aliases: ['Lampwright'] })
    expect((await known('Lampwright')).join()).toContain('Lampwright')
    await edit('characters', mara['id'], { aliases: mara['aliases'] ?? [] })
    expect(await known('Lampwright')).toEqual([])
  })

  it('is listed with its causes, one for each change', async () => {
    const mara = await documentIn('characters', 'MARA')
    await edit('characters', mara['id'], { voice: { ...mara['voice'], age: 'child' } })
    const { body } = await film.call(`GET /api/projects/${film.id}/stale`)
    expect(body['total']).toBe(1)
    expect(body['causes'][0].says).toMatch(/^MARA’s voice age changed from .*; one scene shows it\.$/)
  })

  it('is made again alone, and only the steps that read what changed', async () => {
    const { ran } = await film.run('generate', { stale: true })
    expect(ran).toContain('scene.speak-lines')
    expect(ran).not.toContain('scene.plan-shot')
    expect(ran).not.toContain('scene.compose-picture')
    expect((await stale()).every((one) => !one)).toBe(true)
    const nothing = await film.call(`POST /api/projects/${film.id}/generate`, { stale: true })
    expect([nothing.status, nothing.body['errors'][0].code]).toEqual([409, 'NOTHING_STALE'])
    expect((await film.run('generate')).ran).toEqual([])
  })

  it('may be kept with a reason, also through the next run, until something else changes', async () => {
    const [first] = await scenes()
    const place = await documentIn('locations', 'LIGHTHOUSE')
    await edit('locations', place['id'], { description: 'A round room with a brass lamp.' })
    expect(await stale()).toContain(true)
    expect((await film.call(`POST /api/scenes/${first?.['id']}/keep`, {})).status).toBe(422)
    for (const [at, marked] of (await stale()).entries()) {
      if (!marked) continue
      const kept = await film.call(`POST /api/scenes/${(await scenes())[at]?.['id']}/keep`, {
        reason: 'Brass is not seen.',
      })
      expect(kept.status, JSON.stringify(kept.body)).toBe(200)
      expect(kept.body['stale']).toBe(false)
    }
    await film.settled()
    expect(await stale()).not.toContain(true)
    expect((await states())[0]?.['kept']).toMatchObject({ reason: 'Brass is not seen.', by: 'owner@backlot.local' })
    const { ran } = await film.run('generate')
    expect(ran.filter((step) => step.startsWith('scene.'))).toEqual([])
    await edit('locations', place['id'], { description: 'A square room.' })
    expect(await stale()).toContain(true)
  })

  it('may be kept as a reference picture, too: the next run draws none anew', async () => {
    const place = await documentIn('locations', 'LIGHTHOUSE')
    expect(place['stale']).toBe(true)
    const unknown = await film.call(`POST /api/locations/${'f'.repeat(24)}/keep`, { reason: 'Good.' })
    expect([unknown.status, unknown.body['errors'][0].code]).toEqual([404, 'DOCUMENT_UNKNOWN'])
    const kept = await film.call(`POST /api/locations/${place['id']}/keep`, { reason: 'It may stay round.' })
    expect([kept.status, kept.body['stale']]).toEqual([200, false])
    await film.settled()
    expect((await documentIn('locations', 'LIGHTHOUSE'))['stale']).toBe(false)
    const { ran } = await film.run('generate')
    expect(ran.filter((step) => step.startsWith('qualify.draw'))).toEqual([])
  })

  it('is left alone where a scene is locked', async () => {
    await dye('#1a7a2a')
    const all = await scenes()
    const at = (await stale()).indexOf(true)
    await edit('scenes', all[at]?.['id'], { locked: true })
    const refused = await film.call(`POST /api/scenes/${all[at]?.['id']}/generate`, {})
    expect([refused.status, refused.body['errors'][0].code]).toEqual([422, 'SCENES_REFUSED'])
    await film.run('generate', { stale: true })
    expect((await stale())[at]).toBe(true)
    await edit('scenes', all[at]?.['id'], { locked: false })
    const { ran } = await film.run(`scenes/${all[at]?.['id']}/generate`)
    expect(ran).toContain('scene.plan-shot')
    expect(await stale()).not.toContain(true)
    expect((await documentIn('characters', 'MARA'))['stale']).toBe(false)
  })
})

describe('the screenplay, saved as a document', { timeout: 120_000 }, () => {
  const document = async () =>
    (await film.call(`GET /api/screenplays?depth=0&where[project][equals]=${film.id}`)).body['docs'][0] as Record<
      string,
      any
    >
  const ids = async () => (await scenes()).map(({ id }) => id as string)

  it('is refused where nothing could be filmed from it, with every fault named', async () => {
    const { id, text } = await document()
    const empty = await film.call(`PATCH /api/screenplays/${id}`, { text: ' \n\n' })
    expect([empty.status, empty.body['errors'][0].why]).toEqual([422, 'It is empty.'])
    const nothing = await film.call(`PATCH /api/screenplays/${id}`, { text: 'Title: Lamp\n\n/* a \0 note */\n' })
    expect(nothing.body['errors'][0].why).toBe(
      'It holds bytes that are no text. It holds no heading, no action and no dialogue.',
    )
    expect((await document())['text']).toBe(text)
  })

  it('gives every scene its identity, and marks only those whose words changed', async () => {
    const { id, text } = await document()
    const before = await ids()
    await edit('screenplays', id, {
      text: (text as string).replace(
        'INT. LIGHTHOUSE',
        'EXT. CLIFF - DAWN\n\nTOM, thirty, in a blue jacket, looks out over the grey sea.\n\nINT. LIGHTHOUSE',
      ),
    })
    const after = await ids()
    expect(after.slice(1)).toEqual(before)
    expect(before).not.toContain(after[0])
    const now = await states()
    expect(now[0]).toMatchObject({ status: 'draft', stale: false })
    expect(
      now
        .slice(1)
        .flatMap(({ staleReasons }) => (staleReasons as any[]).map(({ reason }) => reason as string))
        .filter((reason) => !/scene comes before|in the scene before|film’s titles/i.test(reason)),
    ).toEqual([])
    await edit('screenplays', id, { text })
    expect(await ids()).toEqual(before)
    expect(await stale()).not.toContain(true)
    const archived = await film.call(`GET /api/scenes?where[id][equals]=${after[0]}`)
    expect(archived.body['docs'][0]['archived']).toBe(true)
  })

  it('never writes over what a person wrote into a scene: the new words wait, to be taken once', async () => {
    const { id, text } = await document()
    const at = (await scenes()).length - 1
    const scene = (await scenes())[at] ?? {}
    await edit('scenes', scene['id'], { action: 'TOM stands still.' })
    await edit('screenplays', id, { text: (text as string).replace('waves at a boat', 'waves at a ship') })
    expect((await scenes())[at]?.['action']).toBe('TOM stands still.')
    const waiting = async () =>
      (
        await film.call(
          `GET /api/alerts?depth=0&where[code][equals]=PROPOSAL&where[dismissed][equals]=false&where[project][equals]=${film.id}`,
        )
      ).body['docs'] as Record<string, any>[]
    const proposal = (await waiting()).find((one) => one['proposal'].field === 'action')
    expect(proposal).toMatchObject({ times: 1, proposal: { old: '"TOM stands still."' } })
    expect((await film.call(`POST /api/alerts/${proposal?.['id']}/take`)).status).toBe(200)
    await film.settled()
    expect((await scenes())[at]?.['action']).toMatch(/waves at a ship/)
    expect((await film.call(`POST /api/alerts/${proposal?.['id']}/take`)).body['errors'][0].code).toBe(
      'NOTHING_PROPOSED',
    )
    const others = await waiting()
    for (const one of others)
      expect((await film.call(`POST /api/alerts/${one['id']}/dismiss`)).body).toMatchObject({ dismissed: true })
    expect(await waiting()).toEqual([])
    expect((await stale())[at]).toBe(true)
  })
})

describe('a scene that was divided', { timeout: 120_000 }, () => {
  const spoken = async () =>
    (await scenes()).flatMap(({ dialogue }) => (dialogue as { line: string }[]).map(({ line }) => line)).join(' ')

  it('is whole again when the screenplay is broken down anew, and not a word is lost', async () => {
    const { id, text } = (await film.call(`GET /api/screenplays?depth=0&where[project][equals]=${film.id}`)).body[
      'docs'
    ][0] as Record<string, any>
    const [first] = await scenes()
    const whole = await spoken()
    const later = (first?.['dialogue'] as object[]).map((line) => ({ ...line, startS: 4, endS: 5.2 }))
    await edit('scenes', first?.['id'], { frames: 168, durationS: 7, dialogue: later })
    const cut = await film.call(`POST /api/scenes/${first?.['id']}/split`, { atS: 3.5 })
    expect(cut.status, JSON.stringify(cut.body)).toBe(200)
    await film.settled()
    expect((await scenes()).slice(0, 2).map(({ dialogue }) => (dialogue as object[]).length)).toEqual([0, 1])
    expect(await spoken()).toBe(whole)
    await edit('screenplays', id, { text: (text as string).replace('waves at', 'looks at') })
    expect(await spoken()).toBe(whole)
    expect((await scenes())[0]?.['id']).toBe(first?.['id'])
    expect((await scenes()).map(({ id: one }) => one as string)).not.toContain(cut.body['scene'])
    await edit('screenplays', id, { text })
  })
})

describe('two who edit', { timeout: 60_000 }, () => {
  it('never lose a word silently: the later one gets both values, also at the very same moment', async () => {
    const [scene] = await scenes()
    const route = `PATCH /api/scenes/${scene?.['id']}`
    const { rev } = (await film.call(`GET /api/scenes/${scene?.['id']}`)).body as { rev: number }
    const save = (synopsis: string) => film.call(route, { synopsis }, { 'if-match': `"${rev}"` })
    const both = await Promise.all([save('Mine.'), save('Yours.')])
    const [won, lost] = [...both].sort((a, b) => a.status - b.status)
    expect([won?.status, lost?.status]).toEqual([200, 409])
    const [story] = lost?.body['errors'] as Record<string, any>[]
    const stands = won?.body['doc'].synopsis as string
    expect(story).toMatchObject({ code: 'REVISION_CONFLICT', rev: rev + 1 })
    expect(story?.['fields']).toEqual([
      { field: 'synopsis', yours: stands === 'Mine.' ? 'Yours.' : 'Mine.', theirs: stands },
    ])
    const inBody = await film.call(route, { synopsis: 'Late.', rev })
    expect([inBody.status, inBody.body['errors'][0].code]).toEqual([409, 'REVISION_CONFLICT'])
    expect((await film.call(`GET /api/scenes/${scene?.['id']}`)).body['synopsis']).toBe(stands)
    await film.settled()
  })

  it('can bring back what stood before, also what the studio wrote; that marks, and counts the revision', async () => {
    await film.run('generate', {})
    const mara = await documentIn('characters', 'MARA')
    await edit('characters', mara['id'], { look: { ...mara['look'], hairColor: '#101010' } })
    expect(await stale()).toContain(true)
    const versions = await film.call(
      `GET /api/characters/versions?where[parent][equals]=${mara['id']}&sort=-updatedAt&limit=50`,
    )
    const before = (versions.body['docs'] as any[]).find(({ version }) => version.rev === mara['rev'])
    const { rev } = (await documentIn('characters', 'MARA')) as { rev: number }
    expect((await film.call(`POST /api/characters/versions/${before.id}`)).status).toBe(200)
    await film.settled()
    const now = await documentIn('characters', 'MARA')
    expect(now['look'].hairColor).toBe(mara['look'].hairColor)
    expect(now['rev']).toBe(rev + 1)
    expect(await stale()).not.toContain(true)
  })

  it('change the format, and every picture says so', async () => {
    const { body } = await film.call(`GET /api/projects/${film.id}?depth=0`)
    await edit('projects', film.id, { settings: { ...body['settings'], aspect: '1:1' } })
    expect(await stale()).not.toContain(false)
    expect((await reasons(0)).map(({ reason }) => reason as string)).toContainEqual(
      expect.stringMatching(/^The project’s aspect changed from “?16:9”? to “?1:1”? at /),
    )
    await edit('projects', film.id, { settings: body['settings'] })
    expect(await stale()).not.toContain(true)
  })
})

describe('a prompt', { timeout: 60_000 }, () => {
  const prompt = async (slug: string): Promise<Record<string, any>> =>
    (await film.call(`GET /api/prompts?depth=0&where[slug][equals]=${slug}`)).body['docs'][0]

  it('is filled from the documents of a scene, with every missing variable at once, and nothing is sent', async () => {
    const { id } = await prompt('scene-place')
    const [first] = await scenes()
    const filled = await film.call(`POST /api/prompts/${id}/fill`, { scene: first?.['id'] })
    expect(filled.body).toMatchObject({ missing: [], quote: { nanodollars: { expected: 0, atMost: 0 } } })
    expect(filled.body['text']).toContain('LIGHTHOUSE')
    expect(filled.body['values']).toContainEqual({ name: 'place', value: 'LIGHTHOUSE', from: 'scene' })
    const alone = await film.call(`POST /api/prompts/${id}/fill`, { values: { place: 'PIER' } })
    expect(alone.body['missing']).toEqual(['interior', 'time_of_day', 'weather', 'camera', 'room'])
    expect(alone.body['text']).toContain('PIER, [interior]')
    expect((await film.call(`POST /api/prompts/${id}/fill`, { scene: '../x' })).status).toBe(422)
  })

  it('of a project’s own stands before the studio’s, and marks what it would say otherwise', async () => {
    const { text, title, category, slug, variables } = await prompt('scene-place')
    const rows = (variables as any[]).map(({ name, required }) => ({
      name: name as string,
      required: required as boolean,
    }))
    const own = await film.call('POST /api/prompts', {
      title, category, slug, variables: rows, project: film.id, _status: 'published', text: `${text as string}\nPainted by hand.`,
    }) // prettier-ignore
    expect(own.status, JSON.stringify(own.body)).toBe(201)
    await film.settled()
    expect(await stale()).not.toContain(false)
    expect((await reasons(0))[0]?.['reason']).toMatch(/^The prompt “scene-place” changed/)
    expect((await film.call(`DELETE /api/prompts/${own.body['doc'].id}`)).status).toBe(200)
    await film.settled()
    expect(await stale()).not.toContain(true)
  })
})

describe('an edit, however it is told', { timeout: 120_000 }, () => {
  const coat = async () => ((await documentIn('characters', 'MARA'))['look'] as { costumeColor: string }).costumeColor
  const dye = async (costumeColor: string) => {
    const mara = await documentIn('characters', 'MARA')
    const save = () => film.call(`PATCH /api/characters/${mara['id']}`, { look: { ...mara['look'], costumeColor } })
    // the studio may save the same document in this moment: one is told to save again
    const answer = await until('it is saved', async () => {
      const told = await save()
      return told.status !== 409 && told
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return { id: mara['id'] as string, rev: answer.body['doc'].rev as number }
  }
  const twin = async (id: string) => {
    const { stores } = film.worker
    const slug = projectSlug((await film.call(`GET /api/projects/${film.id}`)).body['slug'])
    return (await stores.qualified.list(slug, 'character_profiles')).find(({ _id }) => _id === id)
  }

  it('twice is applied once', async () => {
    const was = await coat()
    const { id, rev } = await dye('#2040c0')
    await film.settled()
    const once = await twin(id)
    const marks = await states()
    for (let i = 0; i < 3; i++)
      await film.worker.stores.outbox.add('syncQualified', { collection: 'characters', id, rev })
    await film.settled()
    expect(await twin(id)).toMatchObject({ version: once?.version, sourceRev: rev, inputHash: once?.inputHash })
    const same = (list: Record<string, any>[]) =>
      list.map(({ stale: marked, staleReasons }) => [
        marked,
        (staleReasons as any[]).map(({ reason }) => reason as string),
      ])
    expect(same(await states())).toEqual(same(marks))
    await dye(was)
    await film.settled()
    expect(await stale()).not.toContain(true)
  })

  it('in the wrong order ends as the newest, also with two workers at it', async () => {
    const was = await coat()
    const second = await film.hire()
    try {
      const { id, rev } = await dye('#c0a020')
      const list = await Promise.all(
        Array.from({ length: 6 }, (_, i) =>
          film.worker.stores.outbox.add('syncQualified', { collection: 'characters', id, rev: rev - i }),
        ),
      )
      expect(list).toHaveLength(6)
      const last = await dye(was)
      await film.settled()
      expect(await twin(id)).toMatchObject({ sourceRev: last.rev, look: { costumeColor: was } })
      expect(await stale()).not.toContain(true)
    } finally {
      await second.close()
    }
  })

  it('is not lost when no worker is there, nor when one died holding it', async () => {
    const was = await coat()
    await film.worker.close()
    const { id } = await dye('#7a1a6a')
    const rows = (film.studio.payload.db as any).connection.collection('outbox')
    // a worker took it and died before it wrote anything
    await rows.updateOne(
      { 'data.id': id, state: 'open' },
      { $set: { tries: 1, notBefore: new Date(Date.now() + 1500) } },
    )
    expect(await stale()).not.toContain(true)
    film.worker = await film.hire()
    await film.settled()
    expect(await stale()).toContain(true)
    await dye(was)
    await film.settled()
    expect(await stale()).not.toContain(true)
  })

  it('while the scene is being made does not go under: what was made of the old words is marked', async () => {
    const [first] = await scenes()
    const was = first?.['action'] as string
    await edit('scenes', first?.['id'], { action: 'MARA waits in the dark.' })
    const began = await film.call(`POST /api/scenes/${first?.['id']}/generate`, {})
    expect(began.status).toBe(202)
    const runs = film.worker.stores.runs
    await until(
      'the shot is planned',
      async () => {
        const state = await runs.find(began.body['runId']).then((run) => run && runs.loadState(began.body['runId']))
        return state?.nodes[0] === 'done'
      },
      60_000,
    )
    await film.call(`PATCH /api/scenes/${first?.['id']}`, { action: 'MARA sleeps.' })
    await until(
      'the run ends',
      async () => (await film.call(`GET /api/runs/${began.body['runId']}`)).body['state'] === 'succeeded',
      90_000,
    )
    await film.settled()
    expect((await stale())[0]).toBe(true)
    expect((await reasons(0)).map(({ field }) => field as string)).toContain('action')
    await edit('scenes', first?.['id'], { action: was })
    await film.run(`scenes/${first?.['id']}/generate`)
    expect(await stale()).not.toContain(true)
  })
})
