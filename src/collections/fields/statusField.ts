import type { SelectField } from 'payload'
import type { StatusTable } from '@/domain/statusTable'
import { machineOnly } from './machineOnly'

/** The status of a document, from its one table; people read it, the pipeline moves it. */
export const statusField = <Name extends string>(name: string, table: StatusTable<Name>): SelectField =>
  machineOnly({
    name,
    type: 'select',
    options: table.options,
    defaultValue: table.names[0],
    required: true,
    index: true,
    admin: { position: 'sidebar' },
  })
