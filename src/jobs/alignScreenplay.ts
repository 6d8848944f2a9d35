import { storyOf } from '@/domain/errors/storyOf'
import { StudioError } from '@/domain/errors/StudioError'
import { partsOf, stepInputHash } from '@/pipeline/partsOf'
import { breakScenes, breakScreenplay } from '@/pipeline/qualify/breakIntoScenes'
import { readDeclared } from '@/pipeline/readDeclared'
import { inTransaction } from '@/stores/controlDb'
import { resultId } from '@/stores/resultsStore'
import type { Planning } from './planPressed'

const turnMs = 120_000

/**
 * Breaks an edited screenplay into scenes again: those that go on keep their identity, new ones begin as drafts, those
 * without a place are archived. One at a time for a screenplay, always of its newest text. What cannot be filmed is an
 * alert, and the scenes stay as they were. Fails: SCREENPLAY_IS_ALIGNED, to be tried again.
 */
export const alignScreenplay = async (parts: Planning, id: string): Promise<void> => {
  const giveBack = await parts.stores.turns.take(`align:${id}`, turnMs)
  if (!giveBack) throw atIt()
  try {
    await align(parts, id)
  } finally {
    await giveBack()
  }
}

const align = async ({ stores, providers, projectById }: Planning, id: string): Promise<void> => {
  const document = await stores.library.findOne('screenplays', { id })
  if (!document) return
  const project = await projectById(String(document.project))
  const node = { node: 0, step: breakScreenplay.id, says: '', input: {}, needs: [], after: [], slot: breakScreenplay.slot, takes: 1, rank: 0 } // prettier-ignore
  // no run, no price, nobody is asked: it is the step as it is without a text model
  const { asks: _, ...reads } = breakScreenplay.reads
  const step = { ...breakScreenplay, reads }
  const values = await readDeclared(stores, { providers, step, node, project, runId: '' })
  const from = partsOf(step, node, values)
  const inputHash = stepInputHash({ step, node, take: 1, values, parts: from })
  try {
    const context = { project, stores, inputHash, signal: AbortSignal.timeout(turnMs), asked: null }
    const { gives = {}, write } = await breakScenes(values, context)
    const result = {
      _id: resultId(project.id, breakScreenplay.id, inputHash), project: project.id, step: breakScreenplay.id, subject: '', inputHash, gives,
      files: [], takes: 1, at: new Date(),
    } // prettier-ignore
    await inTransaction(stores.control, async (tx) => {
      await stores.results.put(result, tx)
      await write?.(tx)
      await stores.outbox.add('markProject', { project: project.id }, tx.session)
    })
  } catch (error) {
    if (!(error instanceof StudioError) || error.retry === 'later') throw error
    const event = `${id}:${String(document.rev ?? 0)}`
    const link = `/admin/collections/screenplays/${id}`
    await stores.alerts.raise({ project: project.id, ...storyOf(error), cause: `align:${id}:${error.code}`, event, severity: 'error', link })
  }
} // prettier-ignore

const atIt = () =>
  new StudioError({
    code: 'SCREENPLAY_IS_ALIGNED',
    what: 'The scenes are not aligned with the screenplay yet.',
    why: 'An earlier version of it is being broken into scenes.',
    fix: 'Wait: it is tried again by itself.',
    retry: 'later',
  })
