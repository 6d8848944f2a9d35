'use client'
import { Button } from '@payloadcms/ui'
import { timecodeOf } from '@/domain/review/frames'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'
import type { Player } from './usePlayer'

type Props = { player: Player; fps: number; frames: number; onMark: () => void }

/** Moves by frames, and says which one is shown. */
export const FilmBar = ({ player: { frame, step, toggle, playing }, fps, frames, onMark }: Props) => {
  const { say } = useWords()
  const buttons = [
    { name: 'back', label: say('frameBack'), act: () => step(-1) },
    { name: playing ? 'pause' : 'play', label: say('playIt'), act: toggle },
    { name: 'on', label: say('frameOn'), act: () => step(1) },
  ] as const
  return (
    <div className="bl-filmbar" role="group" aria-label={say('filmControls')}>
      {buttons.map(({ name, label, act }) => (
        <button key={label} type="button" className="bl-filmbar__button" aria-label={label} title={label} onClick={act}>
          <Icon name={name} />
        </button>
      ))}
      <output className="bl-filmbar__code">
        {timecodeOf(frame, fps)} <span className="bl-second">/ {timecodeOf(frames, fps)}</span>
      </output>
      <span className="bl-second bl-filmbar__keys">{say('filmKeys')}</span>
      <Button buttonStyle="secondary" size="small" margin={false} onClick={onMark}>
        {say('markHere')}
      </Button>
    </div>
  )
}
