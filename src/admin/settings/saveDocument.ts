import { whyOf, type Refusal } from '../shell/askStudio'

type Told = Refusal & { doc?: Record<string, unknown> }
type Saved =
  | { is: 'saved'; doc: Record<string, unknown> }
  /** Somebody else saved meanwhile. */
  | { is: 'conflict' }
  | { is: 'refused'; why: string }
  /** No answer: nobody knows whether it was saved. */
  | { is: 'offline' }

/** Saves a document on top of the revision that was seen. `path` is the whole address: /api/projects/<id>. */
export const saveDocument = async (path: string, { rev, data }: { rev: number; data: object }): Promise<Saved> => {
  const answer = await fetch(path, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', 'If-Match': `"${rev}"` },
    body: JSON.stringify(data),
    credentials: 'include',
  }).catch(() => null)
  if (!answer) return { is: 'offline' }
  const told = (await answer.json().catch(() => ({}))) as Told
  if (answer.ok && told.doc) return { is: 'saved', doc: told.doc }
  if (answer.status === 409) return { is: 'conflict' }
  return { is: 'refused', why: whyOf(told) }
}
