import { z } from 'zod'
import { priceOf, usd, type Price } from '../world/price'
import type { MadeThing, Making } from './making'

/** One row of a provider's table of models: what it takes, what it makes of it, what it costs. */
export type ModelRow<Input extends z.ZodObject> = {
  id: string
  title: string
  category: string
  /** Seconds it takes on the provider's machines, more or less. */
  takesS: number
  /** Strict: fields it does not know are refused. */
  input: Input
  /** The listed price; `units` counts in it, before (null) and after it is made. */
  unit: string
  usd: number
  units: (input: z.output<Input>, made: MadeThing | null) => number
  makes: (input: z.output<Input>) => Making
  /** The answer in the provider's own shape. */
  gives: (made: MadeThing, input: z.output<Input>) => unknown
}

/** An input that holds. */
export type Job = {
  making: Making
  price: (made: MadeThing | null) => Price
  gives: (made: MadeThing) => unknown
}

export type Model = {
  id: string
  title: string
  category: string
  takesS: number
  listed: Price
  schema: () => unknown
  read: (input: unknown) => { job: Job } | { error: z.ZodError }
}

/** Seals a row: from here on nobody needs to know its input's type. */
export const model = <Input extends z.ZodObject>(row: ModelRow<Input>): Model => ({
  id: row.id,
  title: row.title,
  category: row.category,
  takesS: row.takesS,
  listed: priceOf(row.unit, usd(row.usd), 1),
  schema: () => withoutEmpty(z.toJSONSchema(row.input, { io: 'input', unrepresentable: 'any' })),
  read: (given) => {
    const read = row.input.safeParse(given)
    if (!read.success) return { error: read.error }
    const input = read.data
    return {
      job: {
        making: row.makes(input),
        price: (made) => priceOf(row.unit, usd(row.usd), row.units(input, made)),
        gives: (made) => row.gives(made, input),
      },
    }
  },
})

/** Fields that only a sister of this model takes are not in its schema. */
const withoutEmpty = ({ properties = {}, ...schema }: { properties?: Record<string, unknown> }) => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries(properties).filter(([, inner]) => Object.keys(inner as object).length > 0),
  ),
})
