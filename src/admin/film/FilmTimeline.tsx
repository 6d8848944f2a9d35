'use client'
import { useRouter } from 'next/navigation'
import { memo } from 'react'
import type { ShownComment } from '@/domain/review/shown'
import { links } from '../shell/links'
import { lasting } from '../status/lasting'
import { useWords } from '../words/useWords'
import { share, type Cut, type Loudness } from './cut'
import { Ruler } from './Ruler'
import { SoundTracks } from './SoundTracks'

type Drawn = {
  cut: Cut
  comments: readonly ShownComment[]
  loudness: Loudness | null
  onSeek: (frame: number) => void
}
type Props = Drawn & { frame: number }

/** Scenes as wide as they last; a click seeks, a double click opens. */
const SceneRow = ({ cut, here, onSeek }: Pick<Props, 'cut' | 'onSeek'> & { here: string | undefined }) => {
  const router = useRouter()
  return (
    <div className="bl-cut__row">
      {cut.clips.map(({ scene, clipName, heading, recordIn, recordOut, transitionOut }) => (
        <button
          key={scene}
          type="button"
          title={`${clipName} · ${heading}${transitionOut ? ` · ${transitionOut.kind}` : ''}`}
          aria-label={`${clipName} · ${heading}`}
          aria-current={here === scene}
          className={transitionOut ? 'bl-cut__clip bl-cut__clip--blends' : 'bl-cut__clip'}
          style={{ insetInlineStart: share(recordIn, cut.frames), inlineSize: share(recordOut - recordIn, cut.frames) }}
          onClick={() => onSeek(recordIn)}
          onDoubleClick={() => router.push(links.scene(scene))}
        >
          {clipName}
          {transitionOut && <span className={`bl-cut__join bl-cut__join--${transitionOut.kind}`} aria-hidden="true" />}
        </button>
      ))}
    </div>
  )
} // prettier-ignore

const LineRow = ({ cut }: Pick<Props, 'cut'>) => {
  const { say } = useWords()
  return (
    <div className="bl-cut__row bl-cut__row--words" aria-label={say('dialogue')} role="group">
      {cut.sound.dialogue.map(({ character, text, recordIn, recordOut }) => (
        <span key={`${recordIn}-${character}`} title={`${character}: ${text}`} className="bl-cut__line" style={{ insetInlineStart: share(recordIn, cut.frames), inlineSize: share(recordOut - recordIn, cut.frames) }}>
          {character}
        </span>
      ))}
    </div>
  )
} // prettier-ignore

/** All that does not move with the playhead. */
const Rows = memo(({ cut, comments, loudness, here, onSeek }: Drawn & { here: string | undefined }) => (
  <>
    <Ruler cut={cut} comments={comments} onSeek={onSeek} />
    <SceneRow cut={cut} here={here} onSeek={onSeek} />
    <LineRow cut={cut} />
    <SoundTracks cut={cut} loudness={loudness} />
  </>
))
Rows.displayName = 'Rows'

/** The film from left to right: time and comments, scenes, lines, sound, and where it is. */
export const FilmTimeline = ({ cut, frame, ...drawn }: Props) => {
  const { say, language } = useWords()
  const seconds = (frames: number): string => lasting((frames * cut.rate.den) / cut.rate.num, language)
  const here = cut.clips.find(({ recordIn, recordOut }) => frame >= recordIn && frame < recordOut)?.scene
  return (
    <section className="bl-panel" aria-labelledby="bl-cut">
      <header className="bl-panel__head">
        <h2 id="bl-cut">{say('scenesOfFilm')}</h2>
        <span className="bl-second">
          {say('filmOf', { scenes: cut.clips.length, time: seconds(cut.frames) })} · {say('seekHint')}
        </span>
      </header>
      <div className="bl-cut">
        <Rows cut={cut} here={here} {...drawn} />
        <span className="bl-cut__head" style={{ insetInlineStart: share(frame + 0.5, cut.frames) }} role="img" aria-label={say('playhead', { time: seconds(frame) })} />
      </div>
    </section>
  )
} // prettier-ignore
