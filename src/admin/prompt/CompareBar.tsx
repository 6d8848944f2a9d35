'use client'
import type { ToldTake } from '@/domain/takes/toldTake'
import { useTakeWords } from '../scene/takeWords'
import { useWords } from '../words/useWords'

type Props = {
  takes: readonly ToldTake[]
  compared: string | null
  onCompare: (take: string) => void
  showsChanges: boolean
  onShows: (shows: boolean) => void
}

/** Which take the words are compared with, and whether what changed is shown. */
export const CompareBar = ({ takes, compared, onCompare, showsChanges, onShows }: Props) => {
  const { say } = useWords()
  const { nameOf } = useTakeWords()
  return (
    <div className="bl-prompt__bar">
      {takes.length > 0 && (
        <label>
          {say('compareWith')}{' '}
          <select value={compared ?? ''} onChange={({ target }) => onCompare(target.value)}>
            {takes.map((one) => (
              <option key={one.id} value={one.id}>
                {say('asSent', { take: nameOf(one) })}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <input type="checkbox" checked={showsChanges} onChange={({ target }) => onShows(target.checked)} /> {say('showChanges')}
      </label>
    </div>
  )
} // prettier-ignore
