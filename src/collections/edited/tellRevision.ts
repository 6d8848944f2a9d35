import type { CollectionAfterOperationHook } from 'payload'

/** Answers with `ETag: "<rev>"` where one document is read or written over REST; lists have none. */
export const tellRevision: CollectionAfterOperationHook = ({ req, result }) => {
  const rev: unknown = (result as { rev?: unknown } | null)?.rev
  if (req.payloadAPI !== 'REST' || typeof rev !== 'number') return result
  const headers = new Headers(req.responseHeaders)
  headers.set('ETag', `"${rev}"`)
  req.responseHeaders = headers
  return result
}
