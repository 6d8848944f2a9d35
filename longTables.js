// Files that may be longer than 200 lines of code: what is generated, and tables of drawing data.
export const longTables = [
  'src/payload-types.ts',
  'src/providers/previs/figures/headShapes.ts',
  'src/providers/previs/props/propDrawings.ts',
]
