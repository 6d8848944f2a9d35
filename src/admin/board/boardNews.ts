import type { BoardScene } from '@/stores/reads/boardRead'
import type { LiveEvent } from '../shell/StudioProvider'

/** What an event of a run means for a board that has read it up to `seqs`. */
export type BoardNews = 'known' | 'gap' | { scene: string | null }

/** An event whose number is not the next says that one was lost: then all is read again. `seqs` is moved on. */
export const boardNews = (seqs: Map<string, number>, { event, data }: LiveEvent): BoardNews => {
  const { runId, seq } = data
  if ((event !== 'step' && event !== 'run') || typeof runId !== 'string' || typeof seq !== 'number') return 'known'
  const known = seqs.get(runId) ?? 0
  if (seq <= known) return 'known'
  seqs.set(runId, seq)
  if (seq > known + 1) return 'gap'
  return { scene: typeof data['scene'] === 'string' ? data['scene'] : null }
}

/** The same list with these scenes as they are now; those that did not change stay the same objects, so that only their cards are drawn again. */
export const withScenes = (before: BoardScene[], read: readonly BoardScene[]): BoardScene[] => {
  const now = new Map(read.map((scene) => [scene.id, scene]))
  const after = before.map((scene) => {
    const one = now.get(scene.id)
    return one && !sameScene(scene, one) ? one : scene
  })
  return after.some((scene, i) => scene !== before[i]) ? after : before
}

/** A whole reading: new, gone and moved scenes count, too. */
export const withAll = (before: readonly BoardScene[], read: readonly BoardScene[]): BoardScene[] => {
  const had = new Map(before.map((scene) => [scene.id, scene]))
  return read.map((scene) => {
    const one = had.get(scene.id)
    return one && sameScene(one, scene) ? one : scene
  })
}

const sameScene = (one: BoardScene, other: BoardScene): boolean => JSON.stringify(one) === JSON.stringify(other)
