'use client'
import { Button, toast } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { BoardScene } from '@/stores/reads/boardRead'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'
import { BoardDialog } from './BoardDialog'

type Props = { scenes: readonly BoardScene[]; onKept: () => Promise<void>; onClose: () => void }

/** So many reasons are shown; the cards say the rest. */
const shownMost = 6

/** Keeps stale scenes as they are, for one reason: says of each why it no longer fits. */
export const KeepDialog = ({ scenes: stale, onKept, onClose }: Props) => {
  const { say } = useWords()
  const { send } = useStudio()
  // what is kept is no longer stale while the rest is still being kept
  const [scenes] = useState(stale)
  const [reason, setReason] = useState('')
  const [done, setDone] = useState<number | null>(null)
  const [busy, setBusy] = useState(false)
  const id = useId()
  const count = scenes.length
  const keep = async () => {
    setBusy(true)
    let kept = 0
    // one after the other: what is refused once is not asked for a hundred times
    for (const scene of scenes.slice(done ?? 0)) {
      if ((await send(`/scenes/${scene.id}/keep`, { reason: reason.trim() })) === null) break
      setDone((done ?? 0) + ++kept)
    }
    await onKept()
    setBusy(false)
    if ((done ?? 0) + kept < count) return
    toast.success(say('keptScenes', { count }))
    onClose()
  }
  const foot = (
    <>
      <Button buttonStyle="secondary" size="medium" margin={false} onClick={onClose}>
        {say('cancelWord')}
      </Button>
      <Button buttonStyle="primary" size="medium" margin={false} disabled={busy || reason.trim() === ''} onClick={() => void keep()}>
        {say('keepScenes', { count })}
      </Button>
    </>
  )
  return (
    <BoardDialog title={say('keepTitle', { count })} onClose={onClose} foot={foot}>
      <ul className="bl-ask__list">
        {scenes.slice(0, shownMost).map(({ id: scene, clip, stale: reasons }) => (
          <li key={scene}>
            <code>{clip}</code> {reasons.join(' ')}
          </li>
        ))}
        {count > shownMost && <li>{say('andMore', { count: count - shownMost })}</li>}
      </ul>
      <label htmlFor={id}>{say('keepScenesWhy', { count })}</label>
      <textarea id={id} className="bl-ask__reason" value={reason} rows={2} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
      <p aria-live="polite">{done !== null && done < count && say('keptSoFar', { done, count })}</p>
    </BoardDialog>
  )
} // prettier-ignore
