'use client'
import { useState } from 'react'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'
import { CompareChoice } from './CompareChoice'
import { PlayerKeys } from './player/PlayerKeys'
import { Stage, type CompareMode, type View } from './player/Stage'
import { timecode } from './player/timecode'
import { useClip } from './player/useClip'

type Props = {
  view: View
  beside: View | null
  mode: CompareMode
  /** Frames a second of the film. */
  fps: number
  /** Takes it may be compared with. */
  others: { id: string; label: string }[]
  compared: string | null
  onCompare: (take: string | null, mode: CompareMode) => void
}

/** A clip frame by frame, or a picture; beside, over or against another take. Keys: j k l , . */
export const TakePlayer = ({ view, beside, mode, fps, others, compared, onCompare }: Props) => {
  const { say } = useWords()
  const [loop, setLoop] = useState(false)
  const [safe, setSafe] = useState(false)
  const clip = useClip(fps, loop)
  const { frame, last, isPlaying, seek, step, toggle, faster, backward } = clip
  const keys = { ',': () => step(-1), '.': () => step(1), k: toggle, l: faster, j: backward }
  return (
    <div className="bl-player" role="group" aria-label={say('player')}>
      <Stage view={view} beside={beside} mode={mode} hasSafeAreas={safe} lead={clip.lead} other={clip.other} onPress={toggle} />
      <div className="bl-player__bar">
        {view.isClip && (
          <>
            <PlayerKeys keys={keys} />
            <button type="button" aria-label={say('stepBack')} title={`${say('stepBack')} (,)`} onClick={() => step(-1)}><Icon name="back" /></button>
            <button type="button" aria-label={say(isPlaying ? 'pause' : 'play')} title={`${say(isPlaying ? 'pause' : 'play')} (k)`} onClick={toggle}><Icon name={isPlaying ? 'pause' : 'play'} /></button>
            <button type="button" aria-label={say('stepOn')} title={`${say('stepOn')} (.)`} onClick={() => step(1)}><Icon name="on" /></button>
            <span className="bl-player__count" title={say('frameOf', { frame: frame + 1, frames: last + 1 })}>{timecode(frame, fps)}</span>
            <input type="range" className="bl-player__seek" min={0} max={last} value={Math.min(frame, last)} aria-label={say('whereInClip')} aria-valuetext={timecode(frame, fps)} onChange={(event) => seek(Number(event.target.value))} />
            <button type="button" aria-pressed={loop} onClick={() => setLoop(!loop)}>{say('loop')}</button>
          </>
        )}
        <button type="button" aria-pressed={safe} onClick={() => setSafe(!safe)}>{say('safeAreas')}</button>
        {others.length > 0 && <CompareChoice others={others} compared={compared} mode={mode} onCompare={onCompare} />}
      </div>
    </div>
  )
} // prettier-ignore
