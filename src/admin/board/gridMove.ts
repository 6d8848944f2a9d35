/** A row of the grid: the ids of its cells. */
export type GridRow = readonly string[]

/** Where a key leads from a cell; null: the key moves nothing. */
export const gridMove = (rows: readonly GridRow[], from: string, { key, far }: { key: string; far: boolean }): string | null => {
  const at = rows.findIndex((row) => row.includes(from))
  const row = rows[at]
  if (!row) return rows[0]?.[0] ?? null
  const column = row.indexOf(from)
  const flat = rows.flat()
  const beside = (by: number) => flat[flat.indexOf(from) + by] ?? null
  const above = (by: number) => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))]
    return next === row ? null : (next?.[Math.min(column, next.length - 1)] ?? null)
  }
  const ways: Record<string, () => string | null> = {
    ArrowLeft: () => beside(-1),
    ArrowRight: () => beside(1),
    ArrowUp: () => above(-1),
    ArrowDown: () => above(1),
    PageUp: () => above(-pageRows),
    PageDown: () => above(pageRows),
    Home: () => (far ? flat[0] : row[0]) ?? null,
    End: () => (far ? flat.at(-1) : row.at(-1)) ?? null,
  }
  return ways[key]?.() ?? null
} // prettier-ignore

const pageRows = 4
