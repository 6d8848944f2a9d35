import type { Asset } from '@/domain/generation/generationKey'
import { textOf } from '@/domain/words'
import type { Stores } from '@/pipeline/stores'

export type Still = { clipName: string; asset: Asset }

/** The pictures a run made until it stopped for a person, in the order of the film. */
export const stillsOf = async (
  { runs, steps, results, library }: Pick<Stores, 'runs' | 'steps' | 'results' | 'library'>,
  runId: string,
): Promise<Still[]> => {
  const { nodes } = await runs.loadPlan(runId)
  const shown = nodes.filter(({ step }) => step === 'scene.await-approval')
  const done = await steps.doneAmong(runId, shown.map(({ node }) => node)) // prettier-ignore
  const found = await results.many(done.map(({ outcome }) => textOf(outcome?.result)))
  const stills: Still[] = []
  for (const one of done) {
    const still = found.get(textOf(one.outcome?.result))?.gives.still as Asset | undefined
    const id = nodes[one.node]?.input.scene
    const scene = id === undefined ? null : await library.findOne('scenes', { id })
    if (still && scene) stills.push({ clipName: textOf(scene.clipName), asset: still })
  }
  return stills
}
