'use client'
import { useWords } from '../words/useWords'

type Props = {
  done: 'move' | 'split' | 'merge' | 'undone' | 'failed'
  why: string
  onUndo: () => Promise<void>
  onForget: () => void
}

/** What was done last, and the way back. */
export const UndoBar = ({ done, why, onUndo, onForget }: Props) => {
  const { say } = useWords()
  return (
    <p className="bl-undo" role="status">
      <span>{done === 'failed' ? say('undoFailed', { why }) : done === 'undone' ? say('undone') : say(`${done}Done`)}</span>
      {done !== 'undone' && (
        <button type="button" className="bl-link" onClick={() => void onUndo()}>
          {done === 'failed' ? say('askAgain') : say('undo')}
        </button>
      )}
      <button type="button" className="bl-link" onClick={onForget}>
        {say('close')}
      </button>
    </p>
  )
} // prettier-ignore
