import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controlDb, inTransaction, type ControlDb } from '@/stores/controlDb'
import { libraryStore, type PipelineWrite } from '@/stores/libraryStore'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'

let studio: TestStudio
let control: ControlDb
let project = ''
beforeAll(async () => {
  studio = await openTestStudio()
  control = controlDb(studio.payload)
  const { body } = await studio.call('POST /api/projects', { body: { title: 'The Radio', slug: 'radio-library' } })
  project = String(body['doc'].id)
})
afterAll(async () => {
  await studio.close()
})

const library = () => libraryStore(control)
const write = (name: string, fields: Record<string, unknown>, agent = 'agent:casting') => {
  const asked: PipelineWrite = { collection: 'characters', key: { project, name }, fields, agent }
  return inTransaction(control, (tx) => library().writeByPipeline(asked, tx))
}
const find = (name: string) => library().findOne('characters', { project, name })
/** A person saves, and saves again when somebody else was quicker. */
const edit = async (id: string, fields: object) => {
  for (let tries = 0; ; tries++) {
    const { status } = await studio.call(`PATCH /api/characters/${id}`, { body: fields })
    if (status === 200) return
    expect(status).toBe(409)
    expect(tries).toBeLessThan(10)
  }
}

describe('what the pipeline writes', () => {
  it('makes the document when there is none, signed by the agent', async () => {
    const { id, changed } = await write('MARA', { summary: 'A ferrywoman.' })
    expect(changed).toBe(true)
    expect(await find('MARA')).toMatchObject({ id, summary: 'A ferrywoman.', rev: 1 })
    expect((await find('MARA'))!.authors).toMatchObject([{ field: 'summary', author: 'agent:casting' }])
  })
  it('replaces what an agent wrote and counts the revision up', async () => {
    await write('OTTO', { summary: 'Old.' })
    await write('OTTO', { summary: 'A miller.' })
    expect(await find('OTTO')).toMatchObject({ summary: 'A miller.', rev: 2 })
  })
  it('changes nothing when it says the same', async () => {
    await write('ANNA', { summary: 'Same.' })
    expect(await write('ANNA', { summary: 'Same.' })).toMatchObject({ changed: false, proposals: [] })
    expect(await find('ANNA')).toMatchObject({ rev: 1 })
  })
  it('never replaces what a person edited: the new value comes back as a proposal', async () => {
    const { id } = await write('LENA', { summary: 'By the agent.', role: 'minor' })
    await edit(id, { summary: 'By a person.' })
    const { proposals } = await write('LENA', { summary: 'By the agent again.' })
    expect(proposals).toMatchObject([{ field: 'summary', old: 'By a person.', new: 'By the agent again.' }])
    expect(await find('LENA')).toMatchObject({ summary: 'By a person.' })
  })
  it('goes on writing the fields nobody touched', async () => {
    const { id } = await write('PAUL', { summary: 'By the agent.', aliases: ['P'] })
    await edit(id, { summary: 'By a person.' })
    await write('PAUL', { summary: 'By the agent again.', aliases: ['PABLO'] })
    expect(await find('PAUL')).toMatchObject({ summary: 'By a person.', aliases: ['PABLO'] })
  })
  it('keeps the person’s words also when both write at the same time', async () => {
    for (let round = 0; round < 6; round++) {
      const name = `RACE ${round}`
      const { id } = await write(name, { summary: 'first' })
      const person = edit(id, { summary: 'by a person' })
      const agents = [1, 2, 3].map((n) => write(name, { summary: `by the agent ${n}` }))
      await Promise.all([person, ...agents])
      expect((await find(name))!['summary']).toBe('by a person')
    }
  })
  it('is gone with its transaction', async () => {
    const asked = {
      collection: 'characters' as const,
      key: { project, name: 'NOBODY' },
      fields: { summary: 'x' },
      agent: 'agent:casting',
    }
    const failing = inTransaction(control, async (tx) => {
      await library().writeByPipeline(asked, tx)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await find('NOBODY')).toBeNull()
  })
})
