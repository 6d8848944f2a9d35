'use client'
import { Drawer, useModal } from '@payloadcms/ui'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'
import { Notices } from './Notices'
import { useUnread } from './useUnread'

const slug = 'backlot-notifications'

/** The bell with its count; opens what was told as a drawer. */
export const BellButton = ({ first }: { first: number }) => {
  const { say } = useWords()
  const { openModal, closeModal, isModalOpen } = useModal()
  const unread = useUnread(first)
  return (
    <>
      <button
        type="button"
        className={unread > 0 ? 'bl-chip bl-bell bl-bell--unread' : 'bl-chip bl-bell'}
        aria-haspopup="dialog"
        onClick={() => openModal(slug)}
      >
        <Icon name="bell" size={14} />
        {unread > 0 && <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>}
        <span className="bl-hidden">{say('bellUnread', { count: unread })}</span>
      </button>
      <span className="bl-hidden" role="status">
        {unread > first ? say('bellUnread', { count: unread }) : ''}
      </span>
      <Drawer slug={slug} title={say('notifications')}>
        {isModalOpen(slug) && <Notices unread={unread} onLeave={() => closeModal(slug)} />}
      </Drawer>
    </>
  )
}
