import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { Activity } from './Activity'

/** A tab of every document people edit: who changed what, from what to what. */
export const ActivityView = ({ doc, initPageResult }: DocumentViewServerProps) => {
  const { req, collectionConfig } = initPageResult
  const id = typeof doc['id'] === 'string' ? doc['id'] : null
  if (!req.user || id === null || !collectionConfig) return null
  return (
    <Gutter className="bl-page">
      <Activity of={`/${collectionConfig.slug}/${id}`} />
    </Gutter>
  )
}
