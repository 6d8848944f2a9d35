import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { rawKinds } from '@/domain/gather/rawItem'
import type { StoredRawItem } from '@/stores/gatherPages'
import { moment } from '../asked/shapes'

/** Characters of a title and of a text that somebody types. */
const [titleMax, textMax, longTextMax] = [300, 200_000, 5_000_000]
const noZero = (text: string): boolean => !text.includes('\0')

export const titleShape = z.string().trim().max(titleMax).refine(noZero, 'holds zero bytes')
export const textShape = z.string().min(1).max(textMax).refine(noZero, 'holds zero bytes')
export const longTextShape = z.string().min(1).max(longTextMax).refine(noZero, 'holds zero bytes')
export const dataShape = z.record(z.string().max(200), z.json())

/** An entry as people and scripts see it. */
export const entryShown = z.object({
  id: z.string(),
  kind: z.enum(rawKinds),
  title: z.string(),
  text: z.string(),
  data: z.record(z.string(), z.json()),
  source: z.enum(['user_input', 'import', 'ai']),
  author: z.string(),
  file: z.object({ name: z.string(), sha256: z.string(), bytes: z.number().int() }).nullable(),
  place: z
    .object({ line: z.number(), row: z.number(), page: z.number(), path: z.string() })
    .partial()
    .nullable()
    .describe('Where in the file, counted from 1.'),
  createdAt: moment,
  updatedAt: moment.describe('When it was changed last.'),
  updatedBy: z.string().describe('Who changed it; empty while nobody did.'),
})

export const shownEntry = (stored: StoredRawItem) => {
  const { _id, kind, title, text, data, source, author, file, place, createdAt, updatedAt, updatedBy } = stored
  return {
    id: _id, kind, title, text, data, source, author, file, place: place ?? null, createdAt,
    updatedAt: updatedAt ?? createdAt, updatedBy: updatedBy ?? '',
  } // prettier-ignore
}

/** Who asks, for the record. */
export const authorOf = ({ user }: PayloadRequest): string => (user && 'email' in user ? user.email : '')
