'use client'
import { useEffect, useState } from 'react'
import { Icon } from '../../status/Icon'
import { useWords } from '../../words/useWords'

/** What is looked at: a clip, or a picture; `label` says which take it is. */
export type View = { label: string; url: string | null; isClip: boolean; poster: string | null }
export const compareModes = ['wipe', 'side', 'difference'] as const
export type CompareMode = (typeof compareModes)[number]

type Props = {
  view: View
  /** What it is compared with. */
  beside: View | null
  mode: CompareMode
  hasSafeAreas: boolean
  lead: React.RefObject<HTMLVideoElement | null>
  other: React.RefObject<HTMLVideoElement | null>
  onPress: () => void
}

/** One picture, or two beside each other, one wiped over the other, or what differs between them. */
export const Stage = ({ view, beside, mode, hasSafeAreas, lead, other, onPress }: Props) => {
  const { say } = useWords()
  const [wiped, setWiped] = useState(50)
  return (
    <div className={`bl-screen${beside ? ` bl-screen--${mode}` : ''}`}>
      <Shown view={view} video={lead} onPress={onPress} />
      {beside && (
        <div className="bl-screen__over" style={mode === 'wipe' ? { clipPath: `inset(0 0 0 ${wiped}%)` } : undefined}>
          <Shown view={beside} video={other} onPress={onPress} />
        </div>
      )}
      {beside && mode !== 'difference' && <span className="bl-screen__name bl-screen__name--other">{beside.label}</span>}
      <span className="bl-screen__name">{beside && mode === 'difference' ? say('differenceOf', { a: view.label, b: beside.label }) : view.label}</span>
      {beside && mode === 'wipe' && (
        <>
          <input type="range" className="bl-wipe" min={0} max={100} value={wiped} aria-label={say('wipeOver', { a: view.label, b: beside.label })} aria-valuetext={`${wiped} %`} onChange={(event) => setWiped(Number(event.target.value))} />
          <span className="bl-wipe__line" style={{ insetInlineStart: `${wiped}%` }} aria-hidden="true" />
        </>
      )}
      {hasSafeAreas && <span className="bl-safe" aria-hidden="true" />}
    </div>
  )
} // prettier-ignore

type ShownProps = { view: View; video: React.RefObject<HTMLVideoElement | null>; onPress: () => void }
const Shown = ({ view: { url, isClip, poster, label }, video, onPress }: ShownProps) => {
  const { say } = useWords()
  const [gone, setGone] = useState<string | null>(null)
  // it may have failed before the page came alive
  useEffect(() => setGone(video.current?.error ? url : null), [video, url])
  if (url === null)
    return (
      <p className="bl-screen__none">
        <Icon name="picture" /> {say('noPicture')}
      </p>
    )
  if (gone === url)
    return (
      <p className="bl-screen__none" role="status">
        <Icon name="triangle" /> {say('fileMissing')}. {say('fileMissingFix')}
      </p>
    )
  return isClip ? (
    <video ref={video} key={url} src={url} poster={poster ?? undefined} aria-label={label} preload="auto" muted={false} playsInline onClick={onPress} onError={() => setGone(url)} />
  ) : (
    <img src={url} alt={label} onError={() => setGone(url)} />
  )
} // prettier-ignore
