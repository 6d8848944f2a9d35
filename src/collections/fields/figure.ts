import type { NumberField } from 'payload'
import { labelOf } from './labelOf'

type Figure = { description?: string; min?: number; max?: number; initial?: number; step?: number }

/** A number; its unit stands at the end of its name or in the description. */
export const figure = (name: string, { description, min, max, initial, step }: Figure = {}): NumberField => ({
  name,
  label: labelOf(name),
  type: 'number',
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
  ...(initial === undefined ? {} : { defaultValue: initial }),
  admin: { ...(description ? { description } : {}), ...(step === undefined ? {} : { step }) },
})

/** Money, in whole nanodollars (1 USD = 1,000,000,000). */
export const nanodollars = (name: string, description?: string): NumberField => ({
  name,
  label: labelOf(name),
  type: 'number',
  min: 0,
  admin: { step: 1, description: `${description ? `${description} ` : ''}Nanodollars: 1 USD is 1,000,000,000.` },
})
