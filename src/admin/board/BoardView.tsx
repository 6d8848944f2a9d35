import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { boardRead } from '@/stores/reads/boardRead'
import { Board } from './Board'

/** A tab of the project: its scenes in film order. Payload has loaded the project for whoever asks before. */
export const BoardView = async ({ doc, initPageResult }: DocumentViewServerProps) => {
  const { req } = initPageResult
  const id = typeof doc['id'] === 'string' ? doc['id'] : null
  if (!req.user || id === null) return null
  return (
    <Gutter className="bl-page bl-page--board">
      <Board project={id} shown={await boardRead(req.payload, { project: id })} />
    </Gutter>
  )
}
