import type { ServerProps } from 'payload'
import { wordsOf } from '../words/wordsOf'
import { AlertRows, type AlertRow } from './AlertRows'
import { links } from './links'
import { seenNow } from './seenProjects'

const shown = 3

/** On top of every page until a person dismisses it: what happened, why, how to fix it. */
export const AlertBar = async ({ payload, user, i18n }: ServerProps) => {
  if (!user) return null
  const { alerts } = await seenNow(payload, user)
  if (alerts.totalDocs === 0) return null
  const rows = alerts.docs.slice(0, shown).map(({ id, what, why, fix, severity, run, times }): AlertRow => ({
    id,
    what: what ?? '',
    why: why ?? '',
    fix: fix ?? '',
    severity: severity ?? 'warning',
    run: run ?? null,
    times: times ?? 1,
  }))
  const more = alerts.totalDocs - rows.length
  const label = wordsOf(i18n).say('moreAlerts', { count: more })
  return <AlertRows rows={rows} more={more > 0 ? { href: links.alerts, label } : null} />
}
