import type { NumberField, NumberFieldSingleValidation } from 'payload'
import { budgetDollarsMost, nanodollarsPerDollar } from '@/domain/money/nanodollars'
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

const most = budgetDollarsMost * nanodollarsPerDollar

/** Whole, and no more than a number holds exactly: half a nanodollar would be refused wherever it is read. */
const isMoney: NumberFieldSingleValidation = (value, { required }) => {
  if (value === null || value === undefined) return required !== true || 'It must be said.'
  const fits = Number.isSafeInteger(value) && value >= 0 && value <= most
  return fits || `It must be a whole number of nanodollars from 0 to ${String(most)}.`
}

/** Money, in whole nanodollars (1 USD = 1,000,000,000). */
export const nanodollars = (name: string, description?: string): NumberField => ({
  name,
  label: labelOf(name),
  type: 'number',
  min: 0,
  max: most,
  validate: isMoney,
  admin: { step: 1, description: `${description ? `${description} ` : ''}Nanodollars: 1 USD is 1,000,000,000.` },
})
