import { z } from 'zod'
import { reviewLimits } from '@/domain/review/reviewLimits'
import type { ShownComment } from '@/domain/review/shown'
import type { Comment } from '@/payload-types'
import { moment } from '../asked/shapes'

const { commentCharactersMax } = reviewLimits
const atMost = (most: number) => `must be at most ${most.toLocaleString('en')} characters`

export const idShape = z.string().regex(/^[0-9a-f]{24}$/, { error: 'must be an id' })
export const filmShape = z.string().regex(/^[0-9a-f]{64}$/, { error: 'must be the SHA-256 of a film' })
export const textShape = z
  .string()
  .trim()
  .min(1, { error: 'must say something' })
  .max(commentCharactersMax, { error: atMost(commentCharactersMax) })

/** What somebody writes: about a frame of the film they see, or as an answer. */
export const writeShape = z.strictObject({
  text: textShape,
  frame: z.number().int().min(0).max(10_000_000).optional(),
  film: filmShape.optional(),
  parent: idShape.optional(),
})
export type Writing = z.output<typeof writeShape>

/** A comment as it is answered: `frame` counts in `film`, `sceneFrame` in its scene; `mine`: whoever asks may change its text. */
export const commentShape = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  text: z.string(),
  name: z.string(),
  /** Of the studio, or behind a share link. */
  by: z.enum(['member', 'reviewer']),
  film: z.string(),
  frame: z.number().int(),
  scene: z.string().nullable(),
  sceneFrame: z.number().int().nullable(),
  mentions: z.array(z.string()),
  resolved: z.object({ by: z.string(), at: moment }).nullable(),
  editedAt: moment.nullable(),
  createdAt: moment,
  mine: z.boolean(),
})

type Ref = string | { id: string } | null | undefined
export const refOf = (value: Ref): string | null => (typeof value === 'object' ? (value?.id ?? null) : (value ?? null))

const wordsOf = (text: string | null | undefined): string => text ?? ''

/** `mayChange`: by their ids, whose comments whoever asks may change; null: everybody's. */
export const shownComment = (comment: Comment, mayChange: readonly string[] | null): ShownComment => {
  const author = refOf(comment.author)
  return {
    id: comment.id,
    parent: refOf(comment.parent),
    text: wordsOf(comment.text),
    name: wordsOf(comment.name),
    by: comment.link ? 'reviewer' : 'member',
    film: wordsOf(comment.film),
    frame: comment.frame ?? 0,
    scene: refOf(comment.scene),
    sceneFrame: comment.sceneFrame ?? null,
    mentions: (comment.mentions ?? []).flatMap((one) => refOf(one) ?? []),
    resolved: comment.resolvedAt ? { by: wordsOf(comment.resolvedBy), at: comment.resolvedAt } : null,
    editedAt: comment.editedAt ?? null,
    createdAt: comment.createdAt,
    mine: mayChange === null || (author !== null && mayChange.includes(author)),
  }
}
