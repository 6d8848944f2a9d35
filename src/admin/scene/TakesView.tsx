import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { projectIdOf } from './projectIdOf'
import { Takes } from './Takes'

/** A tab of the scene: everything that was ever made of it. Payload has loaded the scene for whoever asks before. */
export const TakesView = ({ doc, initPageResult }: DocumentViewServerProps) => {
  const id = typeof doc['id'] === 'string' ? doc['id'] : null
  if (!initPageResult.req.user || id === null) return null
  return (
    <Gutter className="bl-page">
      <Takes scene={id} project={projectIdOf(doc['project'])} />
    </Gutter>
  )
}
