import type { Entry, Fitting } from './fit'

/** The prompt and what must not be seen. A model without a field for the latter is told at the end of the prompt. */
export const fitWords = (wish: { prompt: string; negativePrompt: string }, { model, notes }: Fitting): Entry[] => {
  const { prompt, negative } = model.fields
  const unwanted = wish.negativePrompt.trim()
  checkLength(wish.prompt, { model, notes })
  if (unwanted === '') return [[prompt, wish.prompt]]
  if (negative !== null) return [[prompt, wish.prompt], [negative, fitNegative(unwanted, { model, notes })]] // prettier-ignore
  const both = `${wish.prompt}\n\nLeave out: ${unwanted}`
  const most = model.limits.promptCharacters
  if (most !== null && both.length > most) {
    notes.adjustments.push(`it takes no negative prompt, and the prompt has no room for one: “${unwanted}” is left out`)
    return [[prompt, wish.prompt]]
  }
  notes.adjustments.push('it takes no negative prompt: what must not be seen stands at the end of the prompt')
  return [[prompt, both]]
}

/** Notes a prompt that is empty or longer than the model takes. */
export const checkLength = (text: string, { model, notes }: Fitting): void => {
  const most = model.limits.promptCharacters
  if (text.trim() === '') notes.faults.push('prompt: it is empty')
  if (most !== null && text.length > most)
    notes.faults.push(`prompt: it has ${text.length} characters, ${most} is the most it takes`)
}

const fitNegative = (unwanted: string, { model, notes }: Fitting): string => {
  const most = model.limits.negativeCharacters
  if (most === null || unwanted.length <= most) return unwanted
  notes.adjustments.push(`the negative prompt is cut to ${most} characters`)
  const cut = unwanted.slice(0, most)
  return cut.includes(',') ? cut.slice(0, cut.lastIndexOf(',')) : cut
}
