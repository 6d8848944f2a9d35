'use client'
import { Button } from '@payloadcms/ui'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'
import type { ScreenplayForm } from './useScreenplay'

/** Whether the words are saved, and the button that saves them; or why they cannot be changed. */
export const StoryBar = ({ form, locked }: { form: ScreenplayForm; locked: string | null }) => {
  const { say } = useWords()
  const { dirty, saving, told } = form
  const bad = told !== null && told.is !== 'saved'
  return (
    <div className="bl-docbar bl-storytab__bar">
      {locked !== null ? (
        <span>
          <Icon name="padlock" /> {locked}
        </span>
      ) : (
        <span aria-live={bad ? 'assertive' : 'polite'} className={bad ? 'bl-settings__refused' : ''}>
          {told ? told.why : say(dirty ? 'storyNotSaved' : 'settingsAsSaved')}
        </span>
      )}
      {locked === null && (
        <span className="bl-docbar__end">
          <Button buttonStyle="primary" size="medium" margin={false} disabled={!dirty || saving === 'asks' || saving === 'writes'} onClick={() => void form.asks()}>
            {say(saving === 'asks' ? 'storyAsking' : saving === 'writes' ? 'storyWriting' : 'storySave')}
          </Button>
        </span>
      )}
    </div>
  )
} // prettier-ignore
