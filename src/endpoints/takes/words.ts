import { commitTransaction, initTransaction, killTransaction } from 'payload'
import { z } from 'zod'
import { textOf } from '@/domain/words'
import { sceneDocument } from '../asked/sceneDocument'
import { answer, bodyOf, route } from '../asked/route'
import { sceneOf } from '../living/sceneOf'

const wordsMost = 20_000
/** Null: the template's words count again. */
const words = z.string().trim().min(1).max(wordsMost).nullable()
const wordsShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('still'),
    layer: z.number().int().min(0).max(100),
    subject: z.string().min(1).max(200),
    words,
  }),
  z.strictObject({ kind: z.literal('clip'), words }),
])
type Written = z.infer<typeof wordsShape>

/** POST /api/scenes/:id/words: what a layer or the clip is told from now on, word for word; nothing is made yet. */
export const writeWords = route({
  method: 'post',
  path: '/:id/words',
  tells: {
    says: 'Keeps the words one layer or the clip is told instead of its template’s; null takes them back. Makes nothing.',
    body: wordsShape,
    ok: 200,
    gives: z.looseObject({ id: z.string(), rev: z.number().int() }),
    errors: [409],
  },
  handler: async (req) => {
    const { id } = await sceneOf(req)
    const written = await bodyOf(req, wordsShape)
    // read and written as one, so that two who write at once do not lose each other's words
    await initTransaction(req)
    try {
      const data = dataOf(await sceneDocument(req), written)
      const saved = await req.payload.update({ collection: 'scenes', id, data, depth: 0, overrideAccess: false, req })
      await commitTransaction(req)
      return answer({ id, rev: saved.rev ?? 0 })
    } catch (error) {
      await killTransaction(req)
      throw error
    }
  },
})

type Rows = Awaited<ReturnType<typeof sceneDocument>>['layerPrompts']

const dataOf = ({ layerPrompts }: { layerPrompts?: Rows }, written: Written) => {
  if (written.kind === 'clip') return { videoPrompt: written.words }
  if (written.layer === 0) return { basePrompt: written.words }
  const others = (layerPrompts ?? []).filter(({ subject }) => textOf(subject) !== written.subject)
  const own = written.words === null ? [] : [{ subject: written.subject, prompt: written.words }]
  return { layerPrompts: [...others, ...own] }
}
