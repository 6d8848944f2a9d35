'use client'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'

type Props = { /** Seconds; null while nothing counts. */ left: number | null; of: number; held: boolean }

const round = 2 * Math.PI * 32
const said = [10, 5, 0]

/** The ring is drawn by what is left; who hears the page is told at 10, 5 and 0. */
export const CountdownRing = ({ left, of, held }: Props) => {
  const { say } = useWords()
  const share = left === null ? 1 : Math.min(1, left / of)
  return (
    <div className="bl-ring">
      <svg width="76" height="76" viewBox="0 0 76 76" aria-hidden="true">
        <circle cx="38" cy="38" r="32" className="bl-ring__ground" />
        <circle cx="38" cy="38" r="32" className="bl-ring__left" strokeDasharray={round} strokeDashoffset={round * (1 - share)} />
      </svg>
      <span className="bl-ring__number" aria-hidden="true">
        {held ? <Icon name="hourglass" size={24} /> : (left ?? of)}
      </span>
      <span className="bl-hidden" role="timer" aria-live="polite">
        {left !== null && said.includes(left) ? say('secondsLeft', { count: left }) : ''}
      </span>
    </div>
  )
} // prettier-ignore
