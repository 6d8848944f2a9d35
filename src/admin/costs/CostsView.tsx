import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { Costs } from './Costs'

/** A tab of the project: what it cost, what is held back, what nobody knows yet. */
export const CostsView = ({ doc, initPageResult }: DocumentViewServerProps) => {
  const id = typeof doc['id'] === 'string' ? doc['id'] : null
  if (!initPageResult.req.user || id === null) return null
  return (
    <Gutter className="bl-page">
      <Costs project={id} />
    </Gutter>
  )
}
