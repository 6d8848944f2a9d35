'use client'
import { Link } from '@payloadcms/ui'
import type { Alert } from '@/payload-types'
import { links } from '../shell/links'
import { useWords } from '../words/useWords'

const momentOf = ({ lastAt, createdAt }: Alert): string => lastAt ?? createdAt

/** When it happened last, how often, and where it leads. */
export const AlertFacts = ({ alert }: { alert: Alert }) => {
  const { say, language } = useWords()
  const at = momentOf(alert)
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
  return (
    <p className="bl-second bl-alertitem__facts">
      <time dateTime={at}>{moment}</time>
      <Often times={alert.times ?? 1} />
      <Where alert={alert} />
      {alert.dismissedBy && <span>{say('dismissedBy', { by: alert.dismissedBy })}</span>}
    </p>
  )
}

const Often = ({ times }: { times: number }) => {
  const { say } = useWords()
  return times > 1 ? <span>{say('times', { count: times })}</span> : null
}

const Where = ({ alert: { project, run, link } }: { alert: Alert }) => {
  const { say } = useWords()
  const film = typeof project === 'object' ? project : null
  return (
    <>
      {film && <Link href={links.project(film.id)}>{film.title}</Link>}
      {run && <Link href={links.run(run)}>{say('run')}</Link>}
      {link?.startsWith('/admin/') && <Link href={link}>{say('open')}</Link>}
    </>
  )
}
