import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import { enqueue } from '@/queue/enqueue'
import { syncQualified } from '@/queue/jobs'

type Written = { id: string | number; rev?: number | null; project?: unknown }

/** What a person changed is carried on by a job, which sees it only once it is committed. */
export const carryChange: CollectionAfterChangeHook = async ({ collection, context, doc, req }) => {
  if (!context['fromJob']) await carry(collection.slug, doc as Written, req)
  return doc as unknown
}

/** What was removed is forgotten by the same job. */
export const carryRemoval: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  await carry(collection.slug, doc as Written, req)
}

const carry = async (collection: string, { id, rev, project }: Written, req: PayloadRequest): Promise<void> => {
  const owner = idOf(project)
  const data = { collection, id: String(id), rev: rev ?? 0, ...(owner === null ? {} : { project: owner }) }
  await enqueue(syncQualified, data, { req })
}

/** A relation is an id, or the document itself where it was populated. */
const idOf = (relation: unknown): string | null => {
  const id: unknown = typeof relation === 'object' && relation !== null && 'id' in relation ? relation.id : relation
  return typeof id === 'string' ? id : null
}
