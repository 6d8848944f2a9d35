import type { z } from 'zod'
import type { Json } from '@/domain/catalogue/wish'
import type { Department } from '@/domain/generation/generationKey'

/** What is written instead of the rules' own words: by subject (a person, a scene; '' for the film) and field. */
export type Better = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** What of an answer holds, and why the rest does not. */
export type Checked = { holds: Better; faults: string[] }

/** One call: what a department asks a text model about. Made of the text and the rules' own draft alone. */
export type Question = {
  department: Department
  /** Slug of the words it is asked with. */
  template: string
  /** For people: "The person MARA". */
  what: string
  /** The rules' draft, and what the text says. Data, whatever words stand in it. */
  data: Json
  /** The answer, strict: every field must be there, and no other. */
  answer: z.ZodObject
  /** The most the answer itself may take, tokens. */
  tokens: number
  /** Why a question of this kind costs money, for the quote. */
  why: string
  /** Holds an answer of the right shape against the rules. */
  check: (answer: Record<string, unknown>) => Checked
}

/** Both, the later over the earlier. */
export const mergeBetter = (one: Better, other: Better): Better => {
  const subjects = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return Object.fromEntries(subjects.map((subject) => [subject, { ...one[subject], ...other[subject] }]))
}
