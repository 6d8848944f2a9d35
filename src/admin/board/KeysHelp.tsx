'use client'
import { Button } from '@payloadcms/ui'
import { useWords } from '../words/useWords'
import { BoardDialog } from './BoardDialog'

const rows = [
  ['← → ↑ ↓', 'key_arrows'],
  ['Enter', 'key_enter'],
  ['Space', 'key_space'],
  ['Shift', 'key_shift'],
  ['Esc', 'key_esc'],
  ['Ctrl A', 'key_all'],
  ['m · Alt ← →', 'key_move'],
  ['s', 'key_split'],
  ['j', 'key_merge'],
  ['Shift F10', 'key_menu'],
  ['/', 'key_search'],
  ['b · t', 'key_views'],
] as const

/** Every key of the board; nothing that spends has one. */
export const KeysHelp = ({ onClose }: { onClose: () => void }) => {
  const { say } = useWords()
  const foot = (
    <Button buttonStyle="primary" size="medium" margin={false} onClick={onClose}>
      {say('close')}
    </Button>
  )
  return (
    <BoardDialog title={say('boardKeys')} onClose={onClose} foot={foot}>
      <dl className="bl-keys">
        {rows.map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(word)}</dd>
          </div>
        ))}
      </dl>
    </BoardDialog>
  )
}
