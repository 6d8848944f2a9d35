import { z } from 'zod'
import { jsonOf } from '../http/asked'
import { jsonReply, type Reply } from '../http/reply'
import type { Call, Host } from '../http/route'
import { answerTo } from '../words/answerTo'
import { vectorOf } from '../words/vectorOf'
import { newName } from '../world/random'
import type { World } from '../world/openWorld'
import { serviceHost, serviceRoute, wrongInput } from './serviceHost'

const context = z.looseObject({ project_id: z.string() })
const question = z.looseObject({ query: z.string().min(1), image_url: z.string().nullish(), context })
const fact = z.looseObject({ project_id: z.string() })
const texts = z.looseObject({
  text: z.string().optional(),
  texts: z.array(z.string()).optional(),
  input: z.union([z.string(), z.array(z.string())]).optional(),
})

/** Jina v4 gives vectors of this many numbers. */
const dimensions = 2048

/** The knowledge base: keeps facts by project, answers questions, gives embeddings. */
export const brainHost = (world: World, key: string): Host => {
  const facts = new Map<string, unknown[]>()
  return serviceHost({
    prefix: '/brain',
    provider: 'brain',
    knows: (headers) => headers['x-api-key'] === key,
    routes: [
      serviceRoute('POST /knowledge/query', 'submit', (call) => answer(world, call)),
      serviceRoute('POST /knowledge/store', 'submit', (call) => store(facts, call)),
      serviceRoute('GET /knowledge/context/:project', 'read', ({ params }) => {
        const kept = facts.get(params['project'] ?? '') ?? []
        return jsonReply(200, { project_id: params['project'], facts: kept, count: kept.length })
      }),
      serviceRoute('POST /embeddings/generate', 'submit', embeddings),
    ],
  })
}

const answer = (world: World, { asked }: Call): Reply => {
  const read = question.safeParse(jsonOf(asked))
  if (!read.success) return wrongInput(z.prettifyError(read.error))
  const text = answerTo(world.plan, {
    by: { provider: 'brain', endpoint: 'knowledge/query' },
    question: read.data.query,
  })
  return jsonReply(200, { answer: text, confidence: /^unknown/i.test(text) ? 0.4 : 0.93 })
}

const store = (facts: Map<string, unknown[]>, { asked }: Call): Reply => {
  const read = fact.safeParse(jsonOf(asked))
  if (!read.success) return wrongInput(z.prettifyError(read.error))
  facts.set(read.data.project_id, [...(facts.get(read.data.project_id) ?? []), read.data])
  return jsonReply(200, { success: true, id: newName('fact_', 8) })
}

const embeddings = ({ asked }: Call): Reply => {
  const read = texts.safeParse(jsonOf(asked))
  const given = read.success
    ? [read.data.text, read.data.texts, read.data.input].flat().filter((one) => one !== undefined)
    : []
  if (given.length === 0) return wrongInput('text, texts or input is required')
  const vectors = given.map((text) => vectorOf(text, dimensions))
  return jsonReply(200, { embeddings: vectors, embedding: vectors[0], model: 'jina-embeddings-v4', dimensions })
}
