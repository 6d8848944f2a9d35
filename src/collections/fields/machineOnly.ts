import type { Field } from 'payload'
import { nobody } from '@/access/nobody'

type Writable = { access?: object; admin?: object }

/** A field people read and only the pipeline writes. */
export const machineOnly = <F extends Field>(field: F): F => {
  const { access, admin } = field as Writable
  return { ...field, access: { ...access, create: nobody, update: nobody }, admin: { ...admin, readOnly: true } }
}
