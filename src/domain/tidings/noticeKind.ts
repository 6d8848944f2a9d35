/** What a person is told of. */
export const noticeKinds = [
  'runDone',
  'runFailed',
  'decision',
  'moneyAtRisk',
  'budgetNear',
  'alert',
  'mention',
  'changesRequested',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** A guest of the studio hears of films and of what is said to them, not of money and machines. */
export const guestKinds: readonly NoticeKind[] = ['runDone', 'mention', 'changesRequested']

export const noticeLanguages = ['en', 'de'] as const
export type NoticeLanguage = (typeof noticeLanguages)[number]
/** What the sentence of a kind is filled with; text of people as they wrote it. */
export type NoticeVars = Readonly<Record<string, string>>
