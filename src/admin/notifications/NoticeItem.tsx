'use client'
import { Button, Link } from '@payloadcms/ui'
import type { NoticeKind } from '@/domain/tidings/noticeKind'
import { noticeText } from '@/domain/tidings/noticeText'
import { Icon, type IconName } from '../status/Icon'
import { useWords } from '../words/useWords'
import type { ShownNotice } from './useNotices'

const icons: Record<NoticeKind, IconName> = {
  runDone: 'check',
  runFailed: 'cross',
  decision: 'question',
  moneyAtRisk: 'coin',
  budgetNear: 'coin',
  alert: 'triangle',
  mention: 'person',
  changesRequested: 'pencil',
}
type Props = { notice: ShownNotice; onRead: () => void; onLeave: (() => void) | undefined }

export const NoticeItem = ({ notice, onRead, onLeave }: Props) => {
  const { say, language } = useWords()
  const { kind, vars, link, readAt, createdAt } = notice
  const { title, text } = noticeText(kind, vars, language === 'de' ? 'de' : 'en')
  const at = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(createdAt))
  const unread = readAt === null
  const leave = () => {
    if (unread) onRead()
    onLeave?.()
  }
  return (
    <li className={unread ? 'bl-notice bl-notice--unread' : 'bl-notice'}>
      <Icon name={icons[kind]} />
      <div>
        <Link href={link} onClick={leave} dir="auto">
          {title || say('notifications')}
        </Link>
        {unread && <span className="bl-hidden">{say('unreadWord')}</span>}
        {text !== '' && (
          <p className="bl-notice__text" dir="auto">
            {text}
          </p>
        )}
        <time className="bl-second" dateTime={createdAt}>
          {at}
        </time>
      </div>
      {unread && (
        <Button buttonStyle="subtle" size="small" margin={false} onClick={onRead} aria-label={say('markReadNamed', { title })}>
          {say('markRead')}
        </Button>
      )}
    </li>
  )
} // prettier-ignore
