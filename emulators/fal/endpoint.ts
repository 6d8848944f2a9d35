import { z } from 'zod'
import type { MadeFile, MadeThing, Making } from '../media/making'
import { priceOf, usd, type Price } from '../world/price'
import { detailsOf, type FalDetail } from './falRefusal'

/** One row of fal's table: what it takes, what it makes of it, what it costs. */
export type FalRow<Input extends z.ZodObject> = {
  id: string
  title: string
  category: string
  /** Seconds it takes on fal's machines, more or less. */
  takesS: number
  /** Strict: fields it does not know are refused. */
  input: Input
  /** The listed price; `units` counts in it. */
  unit: string
  usd: number
  units: (input: z.output<Input>, made: MadeThing | null) => number
  makes: (input: z.output<Input>) => Making
  gives: (made: MadeThing, input: z.output<Input>) => Record<string, unknown>
}

/** An input that holds: what to make, what it costs (better known once it is made), and fal's answer about it. */
export type FalJob = {
  making: Making
  price: (made: MadeThing | null) => Price
  gives: (made: MadeThing) => Record<string, unknown>
}

export type FalEndpoint = {
  id: string
  title: string
  category: string
  takesS: number
  listed: Price
  schema: () => unknown
  read: (input: unknown) => { job: FalJob } | { details: FalDetail[] }
}

/** Seals a row: from here on nobody needs to know its input's type. */
export const endpoint = <Input extends z.ZodObject>(row: FalRow<Input>): FalEndpoint => ({
  id: row.id,
  title: row.title,
  category: row.category,
  takesS: row.takesS,
  listed: priceOf(row.unit, usd(row.usd), 1),
  schema: () => z.toJSONSchema(row.input, { io: 'input', unrepresentable: 'any' }),
  read: (given) => {
    const read = row.input.safeParse(given)
    if (!read.success) return { details: detailsOf(read.error, given) }
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

/** A file as fal tells of it. */
export const fileOf = ({ url, type, name, bytes, width, height }: MadeFile) => ({
  url,
  content_type: type,
  file_name: name,
  file_size: bytes,
  ...(width && height ? { width, height } : {}),
})

/** A film as fal tells of it. */
export const filmOf = (file: MadeFile | undefined) =>
  file && {
    ...fileOf(file),
    ...(file.seconds && file.fps
      ? { fps: file.fps, duration: file.seconds, num_frames: Math.round(file.seconds * file.fps) }
      : {}),
  }
