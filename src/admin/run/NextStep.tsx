'use client'
import { Link } from '@payloadcms/ui'
import { links } from '../shell/links'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'
import type { RunTold } from './runShape'

/** What a finished run leads to. */
export const NextStep = ({ run }: { run: RunTold }) => {
  const { say } = useWords()
  const isFilm = run.kind === 'assemble' || run.kind === 'export'
  return (
    <p className="bl-next">
      <Link href={isFilm ? links.project(run.project) : links.board(run.project)} className="bl-button">
        <Icon name="arrow" /> {isFilm ? say('openFilm') : say('openBoard')}
      </Link>
    </p>
  )
}
