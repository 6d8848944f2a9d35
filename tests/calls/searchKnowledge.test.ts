import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { searchKnowledge } from '@/calls/searchKnowledge'
import type { Fact } from '@/domain/knowledge/fact'
import { projectSlug, qualifiedDatabase, type ProjectSlug } from '@/domain/project/projectSlug'
import type { EmbeddingModel } from '@/providers/spec/embeddings'
import { inTransaction } from '@/stores/controlDb'
import { knowledgeStore } from '@/stores/knowledgeStore'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'

let database: TestDatabase
let slug: ProjectSlug
beforeAll(async () => {
  database = await openTestDatabase()
})
beforeEach(() => {
  slug = projectSlug(`test-${randomBytes(5).toString('hex')}`)
})
afterEach(() => database.control.client.db(qualifiedDatabase(slug)).dropDatabase())
afterAll(() => database.close())

const store = () => knowledgeStore(database.control)
const fact = (subject: string, text: string, more: Partial<Fact> = {}): Fact => ({
  subject, predicate: 'is', object: '', text, lines: [], source: { collection: 'scenes', document: 'SC001_SH010', field: 'action' },
  scope: null, ...more,
}) // prettier-ignore
const teach = async (facts: Fact[]) => {
  await store().prepare(slug)
  return inTransaction(database.control, (tx) => store().teach(slug, facts, tx))
}
const ask = async (question: string, embeddings: EmbeddingModel | null = null) =>
  searchKnowledge({ knowledge: store(), embeddings, signal: new AbortController().signal })(slug, question, 3)

/** A model that knows which words mean the same: every sense is one number of the vector. */
const senses = [['ship', 'ferry', 'boat', 'vessel'], ['dead', 'died', 'drowned'], ['light', 'lantern', 'lamp']] // prettier-ignore
const thesaurus = () => {
  const asked: string[][] = []
  const model: EmbeddingModel = {
    id: 'thesaurus',
    version: '1',
    embed: (texts) => {
      asked.push([...texts])
      const wordsOf = (text: string) => new Set(text.toLowerCase().split(/[^a-z]+/))
      return Promise.resolve(
        texts.map((text) => Float32Array.from(senses, (words) => words.filter((word) => wordsOf(text).has(word)).length)), // prettier-ignore
      )
    },
  }
  return { model, asked }
}

const film = [
  fact('SC001_SH010', 'The last ferry leaves the pier.', { lines: [4] }),
  fact('MARA', 'MARA holds the lantern.', { predicate: 'holds', object: 'lantern' }),
  fact('OTTO', 'Otto drowned in the storm.'),
]

describe('the knowledge base', () => {
  it('holds every fact once, and what is taught again stands as it was', async () => {
    expect(await teach([...film, ...film])).toEqual({ added: 3 })
    expect(await teach(film)).toEqual({ added: 0 })
    expect(await teach([film[0] ?? fact('', ''), fact('TOM', 'Tom rows.')])).toEqual({ added: 1 })
    expect(await store().count(slug)).toBe(2)
  })

  it('finds by words, whatever their ending, and says where a fact is from', async () => {
    await teach(film)
    const { facts, known, by } = await ask('Who is holding lanterns?')
    expect([known, by]).toEqual([3, 'words'])
    expect(facts[0]).toMatchObject({ subject: 'MARA', source: { document: 'SC001_SH010' } })
    expect((await ask('zebra')).facts).toEqual([])
  })

  it('finds by meaning what is asked in other words, and looks at every fact once', async () => {
    await teach(film)
    const { model, asked } = thesaurus()
    expect((await ask('Which ship?', model)).facts[0]?.text).toBe('The last ferry leaves the pier.')
    expect((await ask('Who is dead?', model)).facts[0]?.text).toBe('Otto drowned in the storm.')
    expect(asked.map((texts) => texts.length)).toEqual([4, 1])
    await teach([...film, fact('TOM', 'Tom buys a boat.')])
    await ask('Which vessel?', model)
    expect(asked.at(-1)).toEqual(['Which vessel?', 'Tom buys a boat.'])
  })

  it('says a sentence once that several documents hold', async () => {
    const again = { source: { collection: 'props', document: 'lantern', field: 'evidence' } }
    await teach([...film, fact('lantern', 'MARA holds the lantern.', again)])
    const { facts } = await ask('lantern')
    expect(facts.map(({ text, subject }) => [text, subject])).toEqual([['MARA holds the lantern.', 'lantern']])
  })

  it('says so when nothing is known', async () => {
    await expect(ask('Who?')).rejects.toMatchObject({ code: 'NOTHING_KNOWN' })
  })
})
