'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { useWords } from '../words/useWords'
import { BoardDialog } from './BoardDialog'
import type { Arranging, Foretold, Rearranged } from './useArrange'

type Props = {
  wish: Arranging
  foretold: Foretold
  onWant: (wish: Arranging | null) => void
  onDo: () => Promise<void>
}

const named = 6

/** What moving, splitting or merging would do, before it is done. */
export const ArrangeDialog = ({ wish, foretold, onWant, onDo }: Props) => {
  const { say } = useWords()
  const [busy, setBusy] = useState(false)
  const title = wish.kind === 'move' ? say('moveTitle', { count: wish.clips.length, scene: wish.clips[0] ?? '' }) : wish.kind === 'split' ? say('splitTitle', { scene: wish.clip }) : say('mergeTitle', { scene: wish.clip, other: wish.otherClip })
  const start = async () => {
    setBusy(true)
    await onDo()
    setBusy(false)
  }
  const foot = (
    <>
      <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => onWant(null)}>
        {say('cancelWord')}
      </Button>
      <Button buttonStyle="primary" size="medium" margin={false} disabled={busy || foretold.state !== 'told' || isNothing(wish)} onClick={() => void start()}>
        {say(`${wish.kind}Now`)}
      </Button>
    </>
  )
  return (
    <BoardDialog title={title} onClose={() => onWant(null)} foot={foot}>
      {wish.kind === 'split' && (
        <label className="bl-ask__field">
          {say('splitAt')}
          <input type="number" min={0} max={wish.seconds} step={0.1} value={wish.atS} onChange={(event) => onWant({ ...wish, atS: Number(event.target.value) })} />
          <span className="bl-second">{say('ofSeconds', { seconds: wish.seconds.toFixed(1) })}</span>
        </label>
      )}
      {wish.kind === 'move' && wish.clips.length === 1 && <PlaceField wish={wish} onWant={onWant} />}
      <div aria-live="polite">
        {foretold.state === 'asking' && <p className="bl-second">{say('askingWhat')}</p>}
        {foretold.state === 'refused' && <p role="alert">{say('cannotNow', { why: foretold.why })}</p>}
        {foretold.state === 'told' && <Told told={foretold.told} />}
      </div>
    </BoardDialog>
  )
} // prettier-ignore

const isNothing = (wish: Arranging): boolean => wish.kind === 'move' && wish.order.join() === wish.was.join()

/** The place in the film, for who does not drag: from 1. */
const PlaceField = ({ wish, onWant }: { wish: Arranging & { kind: 'move' }; onWant: Props['onWant'] }) => {
  const { say } = useWords()
  const moved = wish.order.indexOf(wish.moved)
  const put = (place: number) => {
    const rest = wish.order.filter((id) => id !== wish.moved)
    const at = Math.max(0, Math.min(rest.length, Math.round(place) - 1))
    onWant({ ...wish, order: [...rest.slice(0, at), wish.moved, ...rest.slice(at)] })
  }
  return (
    <label className="bl-ask__field">
      {say('placeInFilm')}
      <input type="number" min={1} max={wish.order.length} step={1} value={moved + 1} onChange={(event) => event.target.value !== '' && put(Number(event.target.value))} />
      <span className="bl-second">{say('ofScenes', { total: wish.order.length })}</span>
    </label>
  )
} // prettier-ignore

const Told = ({ told: { renumbered, stale, moves, staleScenes } }: { told: Rearranged }) => {
  const { say } = useWords()
  return (
    <dl className="bl-told">
      <dt>{say('renumbers', { count: renumbered })}</dt>
      <dd>
        {moves.slice(0, named).map(({ id, clipName, from, to }) => (
          <span key={id} className="bl-told__one">
            <code>{clipName}</code> {from} → {to}
          </span>
        ))}
        {renumbered > named && <span className="bl-second">{say('andMore', { count: renumbered - named })}</span>}
      </dd>
      <dt>{say('turnsStale', { count: stale })}</dt>
      <dd>
        {staleScenes.slice(0, named).map((clip) => (
          <code key={clip} className="bl-told__one">{clip}</code>
        ))}
        {stale > named && <span className="bl-second">{say('andMore', { count: stale - named })}</span>}
        {stale > 0 && <p className="bl-second">{say('staleStays')}</p>}
      </dd>
    </dl>
  )
} // prettier-ignore
