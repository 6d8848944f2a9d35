import type { Field } from 'payload'

/** Its pictures, where it is used, and what an edit would mean, beside the form. */
export const sheetField: Field = {
  name: 'sheet',
  type: 'ui',
  admin: { position: 'sidebar', components: { Field: '/admin/sheets/SheetPanel#SheetPanel' } },
}

/** What the sheet shows is not in the form a second time. */
export const shownBeside = (field: Field): Field =>
  ({ ...field, admin: { ...field.admin, condition: () => false } }) as Field
