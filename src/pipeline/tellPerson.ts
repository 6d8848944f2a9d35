import type { Notice } from '@/domain/screenplay/screenplay'
import type { Tx } from '@/stores/controlDb'
import { sha256Of } from '@/stores/sha256'
import type { Stores } from './stores'

type Telling = { project: string; code: string; what: string; fix: string; link: string; notices: readonly Notice[] }

/** How many are told one by one in one alert. */
const toldMost = 20

/** One alert for what a department assumed or left open; the same assumptions are told once. Nothing to tell: no alert. */
export const tellPerson = async (
  stores: Stores,
  { project, code, what, fix, link, notices }: Telling,
  tx: Tx,
): Promise<void> => {
  if (notices.length === 0) return
  const more = notices.length - toldMost
  const told = notices
    .slice(0, toldMost)
    .map(({ what: one, line }) => (line > 0 ? `Line ${String(line)}: ${one}` : one))
  const why = [...told, ...(more > 0 ? [`And ${String(more)} more.`] : [])].join('\n')
  const cause = `told:${project}:${code}:${sha256Of(`${what}\n${why}`)}`
  await stores.alerts.raise(
    { project, cause, event: cause, once: true, what, why, fix, link, code, severity: 'info' },
    tx,
  )
}
