import { Link } from '@payloadcms/ui'
import type { ServerProps } from 'payload'
import { Bell } from '../notifications/Bell'
import { Icon } from '../status/Icon'
import { roundedUp } from '../status/money'
import { wordsOf } from '../words/wordsOf'
import { links } from './links'
import { seenNow } from './seenProjects'

/** On the right of every page: what runs, what must be decided, what today cost. */
export const Chips = async ({ payload, user, i18n }: ServerProps) => {
  if (!user) return null
  const { say } = wordsOf(i18n)
  const { live, decisions, money } = await seenNow(payload, user)
  return (
    <span className="bl-chips">
      {live.length > 0 && (
        <Link href={live[0] && live.length === 1 ? links.run(live[0]._id) : links.liveRuns} className="bl-chip bl-chip--live">
          <Icon name="spinner" size={14} />
          <Counted words={say('running', { count: live.length })} count={live.length} />
        </Link>
      )}
      {decisions.length > 0 && (
        <Link href={links.decisions} className="bl-chip bl-chip--asks">
          <Icon name="question" size={14} />
          <Counted words={say('decide', { count: decisions.length })} count={decisions.length} />
        </Link>
      )}
      <span className="bl-chip">
        <Icon name="coin" size={14} />
        {say('todaySpent', { money: roundedUp(money.spent) })}
      </span>
      <Bell payload={payload} user={user} />
    </span>
  ) // prettier-ignore
}

/** A phone has room for the number alone; who listens hears the words there, too. */
const Counted = ({ words, count }: { words: string; count: number }) => (
  <>
    <span className="bl-chip__words">{words}</span>
    <span className="bl-chip__count" aria-hidden="true">
      {count}
    </span>
  </>
)
