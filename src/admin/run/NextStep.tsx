'use client'
import { Button, Link } from '@payloadcms/ui'
import { useId } from 'react'
import { links } from '../shell/links'
import { Icon } from '../status/Icon'
import { roundedUp } from '../status/money'
import { useWords } from '../words/useWords'
import { FailedScenes } from './FailedScenes'
import { nextPress, type NextPress } from './nextPress'
import type { RunTold } from './runShape'
import { useNext } from './useNext'

/** What a finished run leads to: its button with its price, and the page where that can be looked at first. */
export const NextStep = ({ run }: { run: RunTold }) => {
  const { say } = useWords()
  const next = nextPress(run.kind)
  if (run.kind === 'oneOff')
    return (
      <p className="bl-next">
        <Link href={links.media} className="bl-button">
          <Icon name="arrow" /> {say('openInLibrary')}
        </Link>
      </p>
    )
  return (
    <div className="bl-next" role="group" aria-label={say('nextIs')}>
      {next && <NextButton project={run.project} next={next} />}
      {run.kind === 'generate' && <FailedScenes project={run.project} />}
      <Link href={next ? links.board(run.project) : links.film(run.project)} className="bl-button">
        <Icon name="arrow" /> {say(next ? 'openBoard' : 'openFilm')}
      </Link>
    </div>
  )
}

const NextButton = ({ project, next }: { project: string; next: NextPress }) => {
  const { say } = useWords()
  const { quote, why, isSending, start } = useNext(project, next)
  const id = useId()
  const money = quote && (quote.nanodollars.atMost > 0 ? roundedUp(quote.nanodollars.atMost) : say('free'))
  return (
    <>
      <Button buttonStyle="primary" size="medium" margin={false} disabled={!quote || isSending || why !== ''} extraButtonProps={{ 'aria-describedby': id }} icon={<Icon name="bolt" />} iconPosition="left" onClick={() => void start()}>
        {money === null ? say(next.plain) : say(next.word, { money })}
      </Button>
      <span id={id} className="bl-second" aria-live="polite">
        {why}
      </span>
    </>
  )
} // prettier-ignore
