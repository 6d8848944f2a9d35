'use client'
import { useRef, useState } from 'react'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'

type Props = { clip: string | null; picture: string | null; fps: number | null }

const clock = (seconds: number): string =>
  `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${(seconds % 60).toFixed(1).padStart(4, '0')}`

/** The clip with a step of one frame, or the picture while there is no clip. Keys k , . work while it has the focus. */
export const TakePlayer = ({ clip, picture, fps }: Props) => {
  const { say } = useWords()
  const video = useRef<HTMLVideoElement>(null)
  const [at, setAt] = useState(0)
  const [loop, setLoop] = useState(false)
  const step = (frames: number) => {
    const playing = video.current
    if (!playing || fps === null) return
    playing.pause()
    playing.currentTime = Math.max(0, playing.currentTime + frames / fps)
  }
  const toggle = () => {
    const playing = video.current
    if (playing?.paused) void playing.play()
    else playing?.pause()
  }
  const keys: Record<string, () => void> = { ',': () => step(-1), '.': () => step(1), k: toggle }
  if (clip === null)
    return (
      <div className="bl-player">
        {picture ? <img className="bl-player__picture" src={picture} alt="" /> : <p className="bl-player__none"><Icon name="picture" /> {say('noPicture')}</p>}
      </div>
    )
  return (
    <div className="bl-player" onKeyDown={({ key }) => {
        keys[key]?.()
      }}>
      <video ref={video} key={clip} src={clip} poster={picture ?? undefined} loop={loop} preload="metadata" playsInline onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)} onClick={toggle} />
      <div className="bl-player__bar">
        <button type="button" aria-label={say('stepBack')} title={`${say('stepBack')} (,)`} onClick={() => step(-1)}><Icon name="back" /></button>
        <button type="button" aria-label={say('playPause')} title={`${say('playPause')} (k)`} onClick={toggle}><Icon name="play" /></button>
        <button type="button" aria-label={say('stepOn')} title={`${say('stepOn')} (.)`} onClick={() => step(1)}><Icon name="on" /></button>
        <span>{clock(at)}</span>
        <label><input type="checkbox" checked={loop} onChange={(event) => setLoop(event.target.checked)} /> {say('loop')}</label>
      </div>
    </div>
  )
} // prettier-ignore
