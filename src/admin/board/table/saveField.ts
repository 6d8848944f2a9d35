import type { BoardScene } from '@/stores/reads/boardRead'
import type { EditField } from './columns'

export type Saving = {
  api: string
  scene: Pick<BoardScene, 'id' | 'rev'>
  field: EditField
  value: string
  /** What the field said when the edit began. */ base: string
}
/** `conflict`: somebody else wrote this field meanwhile; `rev` is the revision of theirs. */
export type Saved =
  | { state: 'saved'; rev: number }
  | { state: 'conflict'; theirs: string; rev: number }
  | { state: 'failed'; why: string }

type Conflict = {
  code?: string
  rev?: number
  fields?: { field: string; theirs: unknown }[]
  why?: string
  fix?: string
  message?: string
  data?: { errors?: { message?: string }[] }
}
type Answer = { doc?: { rev?: number }; errors?: Conflict[] }

const sentValue = (field: EditField, value: string): unknown =>
  field === 'durationS' ? (value.trim() === '' ? null : Number(value.replace(',', '.'))) : value

/**
 * Writes one field with the revision that was seen. Where somebody changed other fields of the scene meanwhile, the
 * write is sent again on top of theirs; where it was this field, both values are given back and nothing is written.
 */
export const saveField = async (saving: Saving, tries = 3): Promise<Saved> => {
  const answer = await write(saving)
  const told = (await answer?.json().catch(() => null)) as Answer | null | undefined
  if (answer?.ok) return { state: 'saved', rev: told?.doc?.rev ?? saving.scene.rev + 1 }
  const [first] = told?.errors ?? []
  return first?.code === 'REVISION_CONFLICT' ? met(saving, first, tries) : { state: 'failed', why: whyOf(first) }
}

const write = ({ api, scene, field, value }: Saving): Promise<Response | null> =>
  fetch(`${api}/scenes/${scene.id}?depth=0&select[rev]=true`, {
    method: 'PATCH',
    credentials: 'include',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ [field]: sentValue(field, value), rev: scene.rev }),
  }).catch(() => null)

/** Somebody saved the scene meanwhile: this field, or others. */
const met = async (saving: Saving, conflict: Conflict, tries: number): Promise<Saved> => {
  const { scene, field, base } = saving
  const rev = conflict.rev ?? scene.rev
  const theirs = conflict.fields?.find((one) => one.field === field)
  if (!theirs) return { state: 'saved', rev } // they wrote the same
  const now = asText(theirs.theirs)
  if (now !== base) return { state: 'conflict', theirs: now, rev }
  if (tries <= 1) return { state: 'failed', why: whyOf(conflict) }
  return saveField({ ...saving, scene: { id: scene.id, rev } }, tries - 1)
}

const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const whyOf = (first: Conflict | undefined): string =>
  [first?.data?.errors?.[0]?.message ?? first?.why ?? first?.message, first?.fix].filter(Boolean).join(' ')
