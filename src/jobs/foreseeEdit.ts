import { StudioError } from '@/domain/errors/StudioError'
import { storyOf } from '@/domain/errors/storyOf'
import { foreseeable, foresee, type Edit } from '@/pipeline/living/foresee'
import { foresightsStore } from '@/stores/foresightsStore'
import type { Planning } from './planPressed'

/**
 * Answers what an edit would make stale. Asked again or answered already: nothing happens twice. A fault of ours is
 * told to whoever asks as well, and stays a failed job: nobody waits for it in vain.
 */
export const foreseeEdit = async ({ stores, providers, projectById }: Planning, id: string): Promise<void> => {
  const foresights = foresightsStore(stores.control)
  const asked = await foresights.read(id)
  if (!asked || asked.told || asked.error) return
  try {
    const project = await projectById(asked.project)
    const collection = foreseeable.find((one) => one === asked.collection)
    const changes = JSON.parse(asked.changes) as Edit['changes']
    const told = collection && (await foresee(stores, { project, providers, edit: { collection, id: asked.document, changes, by: asked.by } })) // prettier-ignore
    await foresights.answer(id, { told: told ?? { scenes: [], documents: [], aligned: null } })
  } catch (error) {
    if (error instanceof StudioError && error.retry === 'later') throw error
    const { code, what, why, fix } = storyOf(error)
    await foresights.answer(id, { error: { code, what, why, fix } })
    if (!(error instanceof StudioError)) throw error
  }
}
