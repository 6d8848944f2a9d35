/** What people say about a scene of a film: it is good, or something must change. */
export const approvalAnswers = ['approved', 'changes'] as const
export type ApprovalAnswer = (typeof approvalAnswers)[number]
