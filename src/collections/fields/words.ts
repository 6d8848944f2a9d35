import type { TextareaField, TextField } from 'payload'
import { labelOf } from './labelOf'

/** One line of text. */
export const line = (name: string, description?: string): TextField => ({
  name,
  label: labelOf(name),
  type: 'text',
  ...(description ? { admin: { description } } : {}),
})

/** Several lines of text, kept as they are written. */
export const prose = (name: string, description?: string, rows = 3): TextareaField => ({
  name,
  label: labelOf(name),
  type: 'textarea',
  admin: { rows, ...(description ? { description } : {}) },
})

/** A list of words. */
export const wordList = (name: string, description?: string): TextField => ({
  name,
  label: labelOf(name),
  type: 'text',
  hasMany: true,
  ...(description ? { admin: { description } } : {}),
})
