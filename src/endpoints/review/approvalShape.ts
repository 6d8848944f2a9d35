import { z } from 'zod'
import { approvalAnswers } from '@/domain/review/approvalAnswer'
import { reviewLimits } from '@/domain/review/reviewLimits'
import type { ShownApproval } from '@/domain/review/shown'
import type { Approval } from '@/payload-types'
import { moment } from '../asked/shapes'
import { filmShape, idShape, refOf } from './commentShape'

const { noteCharactersMax } = reviewLimits
const note = z
  .string()
  .trim()
  .max(noteCharactersMax, { error: `must be at most ${noteCharactersMax.toLocaleString('en')} characters` })

const saysWhy = ({ answer, note: why }: { answer: string; note: string }) => answer === 'approved' || why !== ''

/** What somebody says about a scene of the film they see; who wants changes says which. */
export const wishShape = z
  .strictObject({ scene: idShape, film: filmShape, answer: z.enum(approvalAnswers), note: note.default('') })
  .refine(saysWhy, { error: 'say what must change', path: ['note'] })
export type Answering = z.output<typeof wishShape>

export const approvalShape = z.object({
  id: z.string(),
  scene: z.string(),
  film: z.string(),
  answer: z.enum(approvalAnswers),
  note: z.string(),
  name: z.string(),
  by: z.enum(['member', 'reviewer']),
  settled: z.object({ by: z.string(), at: moment }).nullable(),
  createdAt: moment,
})

const wordsOf = (text: string | null | undefined): string => text ?? ''

export const shownApproval = (one: Approval): ShownApproval => ({
  id: one.id,
  scene: wordsOf(refOf(one.scene)),
  film: wordsOf(one.film),
  answer: one.answer,
  note: wordsOf(one.note),
  name: wordsOf(one.name),
  by: one.link ? 'reviewer' : 'member',
  settled: one.settledAt ? { by: wordsOf(one.settledBy), at: one.settledAt } : null,
  createdAt: one.createdAt,
})
