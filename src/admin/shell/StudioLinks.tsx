import type { ServerProps } from 'payload'
import { wordsOf } from '../words/wordsOf'
import { links } from './links'
import { NavLinks, type NavLink } from './NavLinks'
import { seenNow } from './seenProjects'

/** The studio's own entries above the collections: the only ones with counts. Nobody signed in sees none. */
export const StudioLinks = async ({ payload, user, i18n }: ServerProps) => {
  if (!user) return null
  const { say } = wordsOf(i18n)
  const { live, decisions, alerts } = await seenNow(payload, user)
  const rows: NavLink[] = [
    { href: links.home, label: say('home') },
    { href: links.liveRuns, label: say('liveRuns'), count: live.length, is: 'live' },
    { href: links.decisions, label: say('decisions'), count: decisions.length, is: 'asks' },
    { href: links.alerts, label: say('alerts'), count: alerts.totalDocs },
    { href: links.costs, label: say('costs') },
  ]
  return <NavLinks title={say('studio')} rows={rows} />
}
