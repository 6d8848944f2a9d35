import { StudioError } from '@/domain/errors/StudioError'
import type { FoundFact } from '@/domain/knowledge/fact'
import { fuseRanks, nearest } from '@/domain/knowledge/fuseRanks'
import type { ProjectSlug } from '@/domain/project/projectSlug'
import type { EmbeddingModel } from '@/providers/spec/embeddings'
import type { KnowledgeStore } from '@/stores/knowledgeStore'

/** So many of each kind are considered. */
const considered = 40

export type Asking = {
  knowledge: KnowledgeStore
  /** Null: found by words alone. */
  embeddings: EmbeddingModel | null
  signal: AbortSignal
}
export type Answer = { facts: FoundFact[]; known: number; by: 'words' | 'words and meaning' }

/**
 * The `k` facts of a film that fit a question best. It ranks and does not answer: what is not known is not found out.
 * With a model, vectors that are missing are made first and kept. Fails: NOTHING_KNOWN.
 */
export const searchKnowledge =
  ({ knowledge, embeddings, signal }: Asking) =>
  async (slug: ProjectSlug, question: string, k: number): Promise<Answer> => {
    const known = await knowledge.count(slug)
    if (known === 0) throw nothingKnown(slug)
    const words = (await knowledge.byWords(slug, question, considered)).map(({ id }) => id)
    const meaning = embeddings ? await byMeaning({ knowledge, embeddings, signal }, slug, question) : []
    const ranked = fuseRanks({ words, meaning })
    const facts = new Map((await knowledge.byIds(slug, ranked.map(({ id }) => id))).map(({ id, ...fact }) => [id, fact])) // prettier-ignore
    const found = ranked.flatMap(({ id, score }) => {
      const fact = facts.get(id)
      return fact ? [{ ...fact, score: Math.round(score * 100) / 100 }] : []
    })
    return { known, by: embeddings ? 'words and meaning' : 'words', facts: eachOnce(found).slice(0, k) }
  }

/** Several documents may hold the same sentence; the one that fits best stands for all. */
const eachOnce = (found: readonly FoundFact[]): FoundFact[] => [
  ...new Map(found.toReversed().map((fact) => [fact.text, fact])).values(),
].toReversed().sort((a, b) => b.score - a.score) // prettier-ignore

const byMeaning = async (
  { knowledge, embeddings, signal }: Asking & { embeddings: EmbeddingModel },
  slug: ProjectSlug,
  question: string,
): Promise<string[]> => {
  const model = `${embeddings.id}@${embeddings.version}`
  const { known, missing } = await knowledge.vectors(slug, model)
  const [asked, ...made] = await embeddings.embed([question, ...missing.map(({ text }) => text)], signal)
  if (!asked) return []
  const fresh = missing.flatMap(({ id }, i) => {
    const vector = made[i]
    return vector ? [{ id, vector }] : []
  })
  await knowledge.putVectors(slug, model, fresh)
  return nearest(asked, [...known, ...fresh], considered).map(({ id }) => id)
}

const nothingKnown = (slug: string) =>
  new StudioError({
    code: 'NOTHING_KNOWN',
    what: `Nothing is known of “${slug}”.`,
    why: 'Its knowledge base is empty: no film of this slug was made here, or its departments have not finished.',
    fix: 'Make the film first, or name another slug.',
  })
