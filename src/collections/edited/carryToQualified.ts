import type { CollectionAfterChangeHook } from 'payload'
import { enqueue } from '@/queue/enqueue'
import { syncQualified } from '@/queue/jobs'

/** What a person changed is carried to the qualified database by a job, which sees it only once it is committed. */
export const carryToQualified: CollectionAfterChangeHook = async ({ collection, context, doc, req }) => {
  const { id, rev } = doc as { id: string | number; rev?: number | null }
  if (!context['fromJob'])
    await enqueue(syncQualified, { collection: collection.slug, id: String(id), rev: rev ?? 0 }, { req })
  return doc as unknown
}
