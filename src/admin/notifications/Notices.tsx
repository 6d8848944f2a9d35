'use client'
import { Button, Link, ShimmerEffect } from '@payloadcms/ui'
import { links } from '../shell/links'
import { useWords } from '../words/useWords'
import { NoticeItem } from './NoticeItem'
import { useNotices } from './useNotices'

type Props = {
  unread: number
  /** Called when a link leads elsewhere. */
  onLeave?: () => void
}

/** What a person was told: what is unread first seen by its dot, each a link to where it leads. */
export const Notices = ({ unread, onLeave }: Props) => {
  const { say } = useWords()
  const { notices, failed, more, again, markRead } = useNotices(unread)
  if (failed && !notices)
    return (
      <div className="bl-panel bl-empty" role="alert">
        <p>{say('noticesNotRead')}</p>
        <Button buttonStyle="secondary" size="medium" margin={false} onClick={again}>
          {say('askAgain')}
        </Button>
      </div>
    )
  if (!notices) return <ShimmerEffect height={240} />
  const anyUnread = notices.some(({ readAt }) => readAt === null)
  return (
    <div className="bl-notices">
      <p className="bl-notices__bar">
        <Button buttonStyle="secondary" size="medium" margin={false} disabled={!anyUnread} onClick={() => void markRead(null)}>
          {say('allRead')}
        </Button>
        <Link className="bl-button" href={links.account} onClick={onLeave}>
          {say('noticeSettings')}
        </Link>
      </p>
      {notices.length === 0 ? (
        <p className="bl-panel bl-empty">{say('noNotices')}</p>
      ) : (
        <ul className="bl-panel bl-rows" aria-label={say('notifications')}>
          {notices.map((one) => (
            <NoticeItem key={one.id} notice={one} onRead={() => void markRead([one.id])} onLeave={onLeave} />
          ))}
        </ul>
      )}
      {more && (
        <Button buttonStyle="secondary" size="medium" margin={false} onClick={more}>
          {say('olderActivity')}
        </Button>
      )}
    </div>
  )
} // prettier-ignore
