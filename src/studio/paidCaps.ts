import { readProjectSettings } from '@/domain/project/projectSettings'
import type { Stores } from '@/pipeline/stores'

type Asking = { runId: string; accounts: readonly string[] }

const isRun = (account: string): boolean => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(account)
const knownMost = 500

/** What projects and runs may cost, in whole nanodollars, as their settings and presses say now. */
export const paidCaps = ({ library, presses }: Pick<Stores, 'library' | 'presses'>) => {
  /** Whether a run has a cap of its own; that never changes, only how much it is. */
  const known = new Map<string, boolean>()
  /** Null: it has none of its own. */
  const ofRun = async (runId: string): Promise<number | null> => (await presses.find(runId))?.options?.cap ?? null
  const isCapped = async (runId: string): Promise<boolean> => {
    const kept = known.get(runId)
    if (kept !== undefined) return kept
    const capped = (await ofRun(runId)) !== null
    if (known.size >= knownMost) known.clear()
    known.set(runId, capped)
    return capped
  }
  /** Null: there is no such project. */
  const ofProject = async (id: string): Promise<number | null> => {
    const project = await library.findOne('projects', { id })
    return project && readProjectSettings(project.settings).budgetNanodollars
  }
  return {
    ofProject,
    of: async (account: string): Promise<number> => (await (isRun(account) ? ofRun(account) : ofProject(account))) ?? 0,
    /** Where a call of a run is held back: with its project, and with the run where that has a cap. */
    accountsOf: async ({ runId, accounts }: Asking): Promise<readonly string[]> =>
      (await isCapped(runId)) ? [...accounts, runId] : accounts,
  }
}
