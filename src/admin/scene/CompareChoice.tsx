'use client'
import { useWords } from '../words/useWords'
import { compareModes, type CompareMode } from './player/Stage'

type Props = {
  others: { id: string; label: string }[]
  compared: string | null
  mode: CompareMode
  onCompare: (take: string | null, mode: CompareMode) => void
}

/** Which take is looked at beside the one that is shown, and how. */
export const CompareChoice = ({ others, compared, mode, onCompare }: Props) => {
  const { say } = useWords()
  return (
    <span className="bl-player__compare">
      <select aria-label={say('compareWith')} value={compared ?? ''} onChange={({ target }) => onCompare(target.value === '' ? null : target.value, mode)}>
        <option value="">{say('compareNone')}</option>
        {others.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      {compared !== null && (
        <span role="group" aria-label={say('compare')}>
          {compareModes.map((one) => (
            <button key={one} type="button" aria-pressed={one === mode} onClick={() => onCompare(compared, one)}>
              {say(`compare_${one}`)}
            </button>
          ))}
        </span>
      )}
    </span>
  )
} // prettier-ignore
