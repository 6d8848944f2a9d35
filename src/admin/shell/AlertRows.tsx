'use client'
import { Button, Link } from '@payloadcms/ui'
import { useState } from 'react'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'
import { links } from './links'
import { useStudio } from './StudioProvider'

export type AlertRow = {
  id: string
  what: string
  why: string
  fix: string
  severity: string
  run: string | null
  times: number
}
type Props = { rows: AlertRow[]; more: { href: string; label: string } | null }

export const AlertRows = ({ rows, more }: Props) => {
  const { say } = useWords()
  const { send } = useStudio()
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const dismiss = async (id: string): Promise<void> => {
    if (await send(`/alerts/${id}/dismiss`)) setGone((before) => new Set([...before, id]))
  }
  const left = rows.filter(({ id }) => !gone.has(id))
  if (left.length === 0 && !more) return null
  return (
    <section className="bl-alerts" aria-label={say('alerts')}>
      {left.map(({ id, what, why, fix, severity, run, times }) => (
        <div key={id} className={`bl-alert bl-alert--${severity}`} role={severity === 'error' ? 'alert' : 'status'}>
          <Icon name={severity === 'error' ? 'cross' : 'triangle'} />
          <AlertText what={what} rest={`${why} ${fix}`} times={times} />
          {run && <Link href={links.run(run)}>{say('run')}</Link>}
          <Button buttonStyle="subtle" size="small" margin={false} onClick={() => void dismiss(id)}>
            {say('dismiss')}
          </Button>
        </div>
      ))}
      {more && (
        <Link className="bl-alerts__more" href={more.href}>
          {more.label}
        </Link>
      )}
    </section>
  )
} // prettier-ignore

/** What is longer is folded to two lines. */
const shownMost = 240

const AlertText = ({ what, rest, times }: { what: string; rest: string; times: number }) => {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const isLong = what.length + rest.length > shownMost
  return (
    <div className="bl-alert__text">
      <p className={isLong && !open ? 'bl-alert__folded' : ''} dir="auto">
        <strong>{what}</strong> {rest} {times > 1 && <span className="bl-second">{say('times', { count: times })}</span>}
      </p>
      {isLong && (
        <button type="button" className="bl-link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'showLess' : 'showMore')}
        </button>
      )}
    </div>
  )
} // prettier-ignore
