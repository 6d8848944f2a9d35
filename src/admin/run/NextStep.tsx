'use client'
import { Link } from '@payloadcms/ui'
import { links } from '../shell/links'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'
import type { RunTold } from './runShape'

/** What a finished run leads to: scenes are made on the board, the film is cut and watched on its own tab. */
export const NextStep = ({ run }: { run: RunTold }) => {
  const { say } = useWords()
  const isBoard = run.kind === 'qualify'
  return (
    <p className="bl-next">
      <Link href={isBoard ? links.board(run.project) : links.film(run.project)} className="bl-button">
        <Icon name="arrow" /> {isBoard ? say('openBoard') : say('openFilm')}
      </Link>
    </p>
  )
}
