import type { ApprovalAnswer } from './approvalAnswer'

/** Of the studio, or behind a share link. */
export type SaidBy = 'member' | 'reviewer'
type Settled = { by: string; at: string } | null

/** A comment as it is answered: `frame` counts in `film`, `sceneFrame` in its scene; `mine`: whoever asked may change its text. */
export type ShownComment = {
  id: string
  parent: string | null
  text: string
  name: string
  by: SaidBy
  film: string
  frame: number
  scene: string | null
  sceneFrame: number | null
  mentions: string[]
  resolved: Settled
  editedAt: string | null
  createdAt: string
  mine: boolean
}

/** What somebody said about a scene of a film. */
export type ShownApproval = {
  id: string
  scene: string
  film: string
  answer: ApprovalAnswer
  note: string
  name: string
  by: SaidBy
  settled: Settled
  createdAt: string
}
