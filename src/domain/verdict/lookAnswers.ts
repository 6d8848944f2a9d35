import { z } from 'zod'
import type { JsonObject } from '../catalogue/wish'

/** What a model that looks at pictures said to one question. */
export type LookAnswer = { answer: 'yes' | 'no' | 'unknown'; evidence: string }

const answerShape = z.object({ answer: z.enum(['yes', 'no', 'unknown']), evidence: z.string() })
const evidenceMost = 600

/** The name a question has in the answer: "q1" is the first. */
const nameOf = (at: number): string => `q${String(at + 1)}`

/** Questions as they are put, one in a line, each with its name. */
export const numbered = (questions: readonly string[]): string =>
  questions.map((text, at) => `${nameOf(at)}: ${text.replace(/\s+/g, ' ')}`).join('\n')

/** JSON Schema of the answers to so many questions, strict: every one must be answered. */
export const lookSchema = (count: number): { name: string; schema: JsonObject } => {
  const names = Array.from({ length: count }, (_, at) => nameOf(at))
  const one: JsonObject = {
    type: 'object',
    properties: { answer: { type: 'string', enum: ['yes', 'no', 'unknown'] }, evidence: { type: 'string' } },
    required: ['answer', 'evidence'],
    additionalProperties: false,
  }
  const properties = Object.fromEntries(names.map((name) => [name, one]))
  return { name: 'answers', schema: { type: 'object', properties, required: names, additionalProperties: false } }
}

/**
 * The answers in a model's words, in the order of the questions. What cannot be read, or is missing, is not known;
 * nothing else in it counts.
 */
export const readLook = (text: string | null, count: number): LookAnswer[] => {
  const told = objectIn(text ?? '')
  return Array.from({ length: count }, (_, at) => {
    const read = answerShape.safeParse(told[nameOf(at)])
    if (!read.success) return { answer: 'unknown', evidence: 'The judge gave no answer that can be read.' }
    return { answer: read.data.answer, evidence: read.data.evidence.trim().slice(0, evidenceMost) }
  })
}

/** The JSON object in a text, whatever stands around it; empty where there is none. */
const objectIn = (text: string): Record<string, unknown> => {
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')]
  try {
    const found: unknown = JSON.parse(text.slice(from, to + 1))
    return typeof found === 'object' && found !== null && !Array.isArray(found)
      ? (found as Record<string, unknown>)
      : {}
  } catch {
    return {}
  }
}
