// Files that may be longer than 200 lines of code: what is generated, tables of drawing data, dictionaries.
export const longTables = [
  'src/payload-types.ts',
  'src/admin/words/de.ts',
  'src/admin/words/en.ts',
  'src/collections/german/choices.ts',
  'src/collections/german/labels.ts',
  'src/collections/german/sentences.ts',
  'src/providers/previs/figures/headShapes.ts',
  'src/providers/previs/props/propDrawings.ts',
]
