import type { CollectionBeforeChangeHook } from 'payload'
import type { StatusTable } from '@/domain/statusTable'

/** Refuses a move the table does not have. A new document may begin anywhere: an import brings its status along. */
export const guardStatusMove =
  <Name extends string>(field: string, table: StatusTable<Name>): CollectionBeforeChangeHook =>
  ({ data, originalDoc, operation }) => {
    if (operation !== 'update') return data
    const from: unknown = (originalDoc as Record<string, unknown> | undefined)?.[field]
    const to: unknown = (data as Record<string, unknown>)[field]
    if (table.is(from) && table.is(to) && from !== to) table.move(from, to)
    return data
  }
