import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { projectIdOf } from '../scene/projectIdOf'
import { Inspector } from './Inspector'

/** A tab of the scene: what its departments are told. Payload has loaded the scene for whoever asks before. */
export const PromptView = ({ doc, initPageResult, searchParams }: DocumentViewServerProps) => {
  const id = typeof doc['id'] === 'string' ? doc['id'] : null
  if (!initPageResult.req.user || id === null) return null
  const take = searchParams?.['take']
  return (
    <Gutter className="bl-page">
      <Inspector scene={id} project={projectIdOf(doc['project'])} take={typeof take === 'string' ? take : null} />
    </Gutter>
  )
}
