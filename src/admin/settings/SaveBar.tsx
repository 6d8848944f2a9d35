'use client'
import { Button, Link } from '@payloadcms/ui'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'
import type { SettingsForm } from './useSettings'

/** Only a page of this admin. */
const isHere = (back: string | null): back is string => back !== null && /^\/admin\/[\w/?=&%.-]*$/.test(back)

type Props = { form: SettingsForm; back: string | null }

/** How much is changed, saving it, and what the server said to it. */
export const SaveBar = ({ form, back }: Props) => {
  const { say } = useWords()
  const { dirty, busy, changed, conflicts, told } = form
  const count = Object.keys(changed).length
  return (
    <div className="bl-selection bl-settings__save" role="region" aria-label={say('save')}>
      <span aria-live="polite">
        {told?.is === 'saved' && (
          <>
            <Icon name="check" /> {say('settingsSaved')}
          </>
        )}
        {told?.is === 'refused' && <strong className="bl-settings__refused">{told.why}</strong>}
        {told === null && (dirty ? say('settingsChanged', { count }) : say('settingsAsSaved'))}
      </span>
      {isHere(back) && !dirty && (
        <Link className="bl-button" href={back}>
          {say('backToPress')}
        </Link>
      )}
      <span className="bl-selection__money" />
      <Button buttonStyle="secondary" size="medium" margin={false} disabled={!dirty || busy} onClick={form.discard}>
        {say('discard')}
      </Button>
      <Button buttonStyle="primary" size="medium" margin={false} disabled={!dirty || busy || conflicts.length > 0} onClick={() => void form.save()}>
        {say('save')}
      </Button>
    </div>
  )
} // prettier-ignore
