import type { Checked, Question } from './question'

/** So many faults are told to a model, and to a person. */
const faultsTold = 12

/** What of a model's words holds. Only what the schema names counts; a shape that is not the schema's holds nothing. */
export const readAnswer = (question: Question, text: string | null): Checked => {
  const read = question.answer.safeParse(parsed(text ?? ''))
  if (read.success) {
    const { holds, faults } = question.check(read.data)
    return { holds, faults: faults.slice(0, faultsTold) }
  }
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.') || 'answer'}: ${message}`)
  return { holds: {}, faults: faults.slice(0, faultsTold) }
}

/** The JSON of an answer, also where a model that cannot be given a schema puts words around it. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))
  } catch {
    return undefined
  }
}
