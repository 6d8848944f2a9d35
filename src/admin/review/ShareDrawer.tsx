'use client'
import { Button, Drawer, toast } from '@payloadcms/ui'
import { useCallback, useEffect, useId, useState } from 'react'
import { reviewLimits } from '@/domain/review/reviewLimits'
import { shareRights, type ShareRight } from '@/domain/review/shareRight'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'
import { ShareRows, type ShareRow } from './ShareRows'

export const shareSlug = 'bl-share'
const { linkDays, nameCharactersMax } = reviewLimits

/** Makes a link to the film, shows it once, lists and revokes those that stand. */
export const ShareDrawer = ({ project }: { project: string }) => {
  const { say } = useWords()
  const { read, send } = useStudio()
  const id = useId()
  const [title, setTitle] = useState('')
  const [may, setMay] = useState<ShareRight>('view')
  const [shows, setShows] = useState<'newest' | 'this'>('newest')
  const [days, setDays] = useState<number>(linkDays.usual)
  const [made, setMade] = useState<string | null>(null)
  const [rows, setRows] = useState<ShareRow[]>([])
  const look = useCallback(async () => {
    const told = await read(`/projects/${project}/shares?limit=100`)
    if (told) setRows((told.answer as { docs: ShareRow[] }).docs)
  }, [project, read])
  useEffect(() => void look(), [look])
  const make = async () => {
    const told = await send(`/projects/${project}/shares`, { title, may, shows, days })
    if (!told) return
    setMade((told as { link: string }).link)
    await look()
  }
  const copy = async () => {
    await navigator.clipboard.writeText(made ?? '')
    toast.success(say('copied'))
  }
  return (
    <Drawer slug={shareSlug} title={say('shareTitle')}>
      <div className="bl-share">
        <p>{say('shareWhy')}</p>
        <form className="bl-share__form" onSubmit={(event) => { event.preventDefault(); void make() }}>
          <label htmlFor={`${id}-for`}>{say('shareFor')}</label>
          <input id={`${id}-for`} value={title} maxLength={nameCharactersMax} dir="auto" onChange={({ target }) => setTitle(target.value)} />
          <label htmlFor={`${id}-may`}>{say('shareMay')}</label>
          <select id={`${id}-may`} value={may} onChange={({ target }) => setMay(target.value as ShareRight)}>
            {shareRights.map((right) => <option key={right} value={right}>{say(`may_${right}`)}</option>)}
          </select>
          <label htmlFor={`${id}-shows`}>{say('shareShows')}</label>
          <select id={`${id}-shows`} value={shows} onChange={({ target }) => setShows(target.value as 'newest' | 'this')}>
            {(['newest', 'this'] as const).map((one) => <option key={one} value={one}>{say(`shows_${one}`)}</option>)}
          </select>
          <label htmlFor={`${id}-days`}>{say('shareDays')}</label>
          <input id={`${id}-days`} type="number" min={linkDays.least} max={linkDays.most} required value={days} onChange={({ target }) => setDays(Number(target.value))} />
          <Button type="submit" buttonStyle="primary" size="medium" margin={false}>{say('makeLink')}</Button>
        </form>
        {made !== null && (
          <div className="bl-share__made" role="status">
            <input readOnly value={made} aria-label={say('links')} onFocus={({ target }) => target.select()} />
            <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => void copy()}>{say('copyLink')}</Button>
            <p className="bl-second">{say('linkOnce')}</p>
          </div>
        )}
        <h2>{say('links')}</h2>
        <ShareRows rows={rows} onRevoked={() => void look()} />
      </div>
    </Drawer>
  )
} // prettier-ignore
