import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { Gather } from './Gather'

/** A tab of the project: what was gathered, and how ready it is. */
export const GatherView = ({ doc, initPageResult }: DocumentViewServerProps) => {
  const id = typeof doc['id'] === 'string' ? doc['id'] : null
  if (!initPageResult.req.user || id === null) return null
  return (
    <Gutter className="bl-page">
      <Gather project={id} title={String(doc['title'])} status={String(doc['status'])} />
    </Gutter>
  )
}
