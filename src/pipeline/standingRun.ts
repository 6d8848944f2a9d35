import type { RunKind } from '@/domain/run/runPlan'
import type { RunDocument } from '@/stores/runsStore'
import type { Stores } from './stores'

type Wished = { project: string; kind: RunKind; key: string }

/**
 * The run a wish joins, and the key it is made under where there is none. What was made for this very wish counts only
 * while nothing else of its kind was made since: settings that went to and fro are made again, from what stands.
 */
export const standingRun = async (
  { runs }: Pick<Stores, 'runs'>,
  { project, kind, key }: Wished,
): Promise<{ key: string; run: RunDocument | null }> => {
  const standing = await runs.byKey(project, key)
  if (kind === 'export') return { key, run: standing } // files of several kinds stand side by side
  const newest = await runs.newestOf(project, kind)
  const again = `${key}:after:`
  if (newest?.key === key || newest?.key?.startsWith(again)) return { key: newest.key ?? key, run: newest }
  return standing && newest ? { key: `${again}${newest._id}`, run: null } : { key, run: null }
}
