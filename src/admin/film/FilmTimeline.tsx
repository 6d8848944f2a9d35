'use client'
import { Link } from '@payloadcms/ui'
import { links } from '../shell/links'
import { lasting } from '../status/lasting'
import { useWords } from '../words/useWords'

/** Of GET …/timeline, what is drawn: frames from the beginning of the film. */
export type Cut = {
  rate: { num: number; den: number }
  frames: number
  clips: {
    scene: string
    clipName: string
    heading: string
    sceneNumber: string
    recordIn: number
    recordOut: number
    transitionOut: { kind: string } | null
  }[]
  sound: { dialogue: { character: string; text: string; recordIn: number; recordOut: number }[] }
}
type Props = { cut: Cut; at: number; onSeek: (seconds: number) => void }

const tidy = (share: number): string => `${(100 * share).toFixed(3)}%`

/** Scenes as wide as they last, lines below them, and where the film is. A click seeks; the list below says the same in words. */
export const FilmTimeline = ({ cut, at, onSeek }: Props) => {
  const { say, language } = useWords()
  const fps = cut.rate.num / cut.rate.den
  const shareOf = (frame: number): number => frame / cut.frames
  const secondsOf = (frame: number): number => frame / fps
  const length = cut.frames / fps
  const here = cut.clips.find(({ recordIn, recordOut }) => at >= secondsOf(recordIn) && at < secondsOf(recordOut))
  return (
    <section className="bl-panel" aria-labelledby="bl-cut">
      <header className="bl-panel__head">
        <h2 id="bl-cut">{say('scenesOfFilm')}</h2>
        <span className="bl-second">{say('filmOf', { scenes: cut.clips.length, time: lasting(length, language) })}</span>
      </header>
      <div className="bl-cut">
        <div className="bl-cut__row">
          {cut.clips.map(({ scene, clipName, heading, recordIn, recordOut, transitionOut }) => (
            <button
              key={scene}
              type="button"
              title={`${clipName} · ${heading}`}
              aria-label={`${clipName} · ${heading}`}
              aria-current={here?.scene === scene}
              className={transitionOut ? 'bl-cut__clip bl-cut__clip--blends' : 'bl-cut__clip'}
              style={{ insetInlineStart: tidy(shareOf(recordIn)), inlineSize: tidy(shareOf(recordOut) - shareOf(recordIn)) }}
              onClick={() => onSeek(secondsOf(recordIn))}
            >
              {clipName}
            </button>
          ))}
        </div>
        <div className="bl-cut__row bl-cut__row--words" aria-label={say('dialogue')} role="group">
          {cut.sound.dialogue.map(({ character, text, recordIn, recordOut }) => (
            <span key={`${recordIn}-${character}`} title={`${character}: ${text}`} className="bl-cut__line" style={{ insetInlineStart: tidy(shareOf(recordIn)), inlineSize: tidy(shareOf(recordOut) - shareOf(recordIn)) }}>
              {character}
            </span>
          ))}
        </div>
        <span className="bl-cut__head" style={{ insetInlineStart: tidy(Math.min(1, at / length)) }} role="img" aria-label={say('playhead', { time: lasting(at, language) })} />
      </div>
      {here && (
        <p className="bl-cut__now">
          <code>{here.clipName}</code> {here.heading} <Link href={links.scene(here.scene)}>{say('open')}</Link>
        </p>
      )}
    </section>
  )
} // prettier-ignore
