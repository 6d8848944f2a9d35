'use client'
import { lazy, Suspense } from 'react'
import { useWords } from '../words/useWords'
import type { Cut, Loudness } from './cut'

const Waveform = lazy(() => import('./Waveform').then(({ Waveform: loaded }) => ({ default: loaded })))

type Props = { loudness: Loudness | null; cut: Cut }

/** Dialogue, music and effects as they sound along the film. */
export const SoundTracks = ({ loudness, cut }: Props) => {
  const { say } = useWords()
  const seconds = (cut.frames * cut.rate.den) / cut.rate.num
  const names = { dialogue: say('dialogue'), music: say('music'), effects: say('effects') }
  return (
    <>
      {(['dialogue', 'music', 'effects'] as const).map((stem) => {
        const peaks = loudness?.tracks.find((track) => track.stem === stem)?.peaks ?? []
        return (
          <div key={stem} className="bl-cut__row bl-cut__row--sound">
            {peaks.length > 0 && (
              <Suspense fallback={null}>
                <Waveform peaks={peaks} seconds={seconds} />
              </Suspense>
            )}
            <span className="bl-cut__name">{names[stem]}</span>
          </div>
        )
      })}
    </>
  )
}
