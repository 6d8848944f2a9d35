import { Binary } from 'mongodb'
import { canonical } from '@/domain/canonical'
import type { Fact } from '@/domain/knowledge/fact'
import { qualifiedDatabase, type ProjectSlug } from '@/domain/project/projectSlug'
import { textCollection, type ControlDb, type Tx } from './controlDb'
import { sha256Of } from './sha256'

/** A fact is named by what it says: the same fact is one document, however often it is taught. */
type FactDocument = Fact & { _id: string; vector?: { model: string; bytes: Binary } }
export type KnownFact = Fact & { id: string }
export type KnowledgeStore = ReturnType<typeof knowledgeStore>

const withoutVector = { projection: { vector: 0 } }

/** Everything that is known of a film, in `kg_facts` of `qualified_<slug>`. */
export const knowledgeStore = (control: ControlDb) => {
  const open = (slug: ProjectSlug) =>
    textCollection<FactDocument>(control.client.db(qualifiedDatabase(slug)), 'kg_facts')
  return {
    /** Makes the collection and its indexes; must come before the transaction that fills it. Repeatable. */
    async prepare(slug: ProjectSlug): Promise<void> {
      await open(slug).createIndexes([
        {
          key: { subject: 'text', object: 'text', text: 'text' },
          weights: { subject: 3, object: 2, text: 1 },
          default_language: 'english',
          name: 'words',
        },
        { key: { subject: 1, predicate: 1 } },
        { key: { 'source.collection': 1, 'source.document': 1 } },
      ])
    },

    /** Puts these facts in the place of all that stood. What stands already stays as it is, its vector too. */
    async teach(slug: ProjectSlug, facts: readonly Fact[], { session }: Tx): Promise<{ added: number }> {
      const documents = new Map(facts.map((fact) => [sha256Of(canonical(fact)).slice(0, 32), fact]))
      const kept = await open(slug)
        .find({}, { session, projection: { _id: 1 } })
        .toArray()
      const standing = new Set(kept.map(({ _id }) => _id))
      const added = [...documents].filter(([id]) => !standing.has(id)).map(([_id, fact]) => ({ _id, ...fact }))
      const gone = [...standing].filter((id) => !documents.has(id))
      if (gone.length > 0) await open(slug).deleteMany({ _id: { $in: gone } }, { session })
      if (added.length > 0) await open(slug).insertMany(added, { session, ordered: false })
      return { added: added.length }
    },

    /** Puts these facts in the place of those that one document said; before a film was taught whole nothing is. */
    async teachDocument(
      slug: ProjectSlug,
      { collection, names, facts }: { collection: string; names: readonly string[]; facts: readonly Fact[] },
      { session }: Tx,
    ): Promise<void> {
      if (!(await open(slug).findOne({}, { session, projection: { _id: 1 } }))) return
      const documents = new Map(facts.map((fact) => [sha256Of(canonical(fact)).slice(0, 32), fact]))
      const said = { 'source.collection': collection, 'source.document': { $in: [...names] } }
      await open(slug).deleteMany({ ...said, _id: { $nin: [...documents.keys()] } }, { session })
      const writes = [...documents].map(([_id, fact]) => ({
        updateOne: { filter: { _id }, update: { $setOnInsert: fact }, upsert: true },
      }))
      if (writes.length > 0) await open(slug).bulkWrite(writes, { session, ordered: false })
    },

    /** Facts that share words with a question, best first. */
    async byWords(slug: ProjectSlug, question: string, count: number): Promise<KnownFact[]> {
      const found = await open(slug)
        .find({ $text: { $search: question } }, withoutVector)
        .sort({ score: { $meta: 'textScore' }, _id: 1 })
        .limit(count)
        .toArray()
      return found.map(named)
    },

    async byIds(slug: ProjectSlug, ids: readonly string[]): Promise<KnownFact[]> {
      return (await open(slug).find({ _id: { $in: [...ids] } }, withoutVector).toArray()).map(named) // prettier-ignore
    },

    async count(slug: ProjectSlug): Promise<number> {
      return open(slug).countDocuments({})
    },

    /** The vectors of one model, and the texts that have none of it yet. */
    async vectors(slug: ProjectSlug, model: string) {
      const all = await open(slug).find({}, { projection: { text: 1, vector: 1 } }).sort({ _id: 1 }).toArray() // prettier-ignore
      const known: { id: string; vector: Float32Array }[] = []
      const missing: { id: string; text: string }[] = []
      for (const { _id: id, text, vector } of all)
        if (vector?.model === model) known.push({ id, vector: numbersOf(vector.bytes) })
        else missing.push({ id, text })
      return { known, missing }
    },

    async putVectors(
      slug: ProjectSlug,
      model: string,
      vectors: readonly { id: string; vector: Float32Array }[],
    ): Promise<void> {
      if (vectors.length === 0) return
      await open(slug).bulkWrite(
        vectors.map(({ id, vector }) => ({
          updateOne: { filter: { _id: id }, update: { $set: { vector: { model, bytes: bytesOf(vector) } } } },
        })),
        { ordered: false },
      )
    },
  }
}

const named = ({ _id: id, vector: _, ...fact }: FactDocument): KnownFact => ({ id, ...fact })

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array): Binary =>
  new Binary(new Uint8Array(buffer, byteOffset, byteLength))

const numbersOf = (bytes: Binary): Float32Array => new Float32Array(Uint8Array.from(bytes.value()).buffer)
