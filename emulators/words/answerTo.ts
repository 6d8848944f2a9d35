import type { Happening, OpenPlan } from '../plan/openPlan'
import { valueFor } from './valueFor'

export type Question = { by: Happening; question: string; schema?: unknown }

/**
 * What a model says: what the plan tells it to, else a value that satisfies the schema, else `yes` where it is asked
 * for yes or no, else one plain sentence. The same question always gets the same answer.
 */
export const answerTo = (plan: OpenPlan, { by, question, schema }: Question): string => {
  const told = plan.strikes('words', { ...by, text: question })[0]
  if (told?.whole) return told.answer
  const wanted = schema ?? schemaIn(question)
  if (wanted !== undefined) return JSON.stringify(valueFor(wanted, { words: question, verdict: told?.answer ?? 'yes' }))
  if (told) return told.answer
  if (/\byes\b/i.test(question)) return 'yes'
  return `A quiet picture, as it was asked for in ${question.length} letters.`
}

/** A JSON Schema somebody wrote into the question itself, whatever stands before it. */
const schemaIn = (question: string): unknown => {
  const to = question.lastIndexOf('}') + 1
  for (let from = question.indexOf('{'); from >= 0 && from < to; from = question.indexOf('{', from + 1)) {
    const found = parsed(question.slice(from, to))
    if (isSchema(found)) return found
  }
  return undefined
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isSchema = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'type' in value && (value.type !== 'object' || 'properties' in value)
