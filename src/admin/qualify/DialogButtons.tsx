'use client'
import { Button } from '@payloadcms/ui'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'

type Props = {
  /** A countdown runs. */
  counts: boolean
  left: number
  dirty: boolean
  mayStart: boolean
  /** What it costs at most, where that was said. */
  price: string | null
  onStart: () => Promise<void>
  onNow: () => Promise<void>
  onEdit: () => Promise<void>
}

/** Edit has the focus; Continue now has no key, so that a stray Enter starts nothing. */
export const DialogButtons = ({ counts, left, dirty, mayStart, price, onStart, onNow, onEdit }: Props) => {
  const { say } = useWords()
  return (
    <>
      {counts ? (
        <Button buttonStyle="secondary" margin={false} onClick={() => void onNow()} icon={<Icon name="arrow" />} iconPosition="left">
          {left === 0 ? say('starting') : say('continueNow')}
        </Button>
      ) : (
        <Button buttonStyle="primary" margin={false} id="bl-start-countdown" disabled={!mayStart} onClick={() => void onStart()}>
          {dirty ? say('saveFirst') : price === null ? say('start') : say('startFor', { money: price })}
        </Button>
      )}
      <Button key={String(counts)} buttonStyle={counts ? 'primary' : 'secondary'} margin={false} id="bl-edit" onClick={() => void onEdit()} icon={<Icon name="pencil" />} iconPosition="left" extraButtonProps={{ autoFocus: true }}>
        {counts ? say('edit') : say('close')} <kbd>Esc</kbd>
      </Button>
    </>
  )
} // prettier-ignore
