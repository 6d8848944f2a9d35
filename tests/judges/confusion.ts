/** One kind of fault: how many times it was planted, and how often its own question, only another, or none said no. */
export type Row = { kind: string; owner: string; planted: number; own: number; other: number }

/** The rows of the first table of a page whose heading holds these words. */
export const rowsIn = (page: string): Map<string, Row> => {
  const rows = new Map<string, Row>()
  for (const line of page.split('\n')) {
    const [, kind = '', owner = '', planted, own, other, missed] = line.split('|').map((cell) => cell.trim())
    const numbers = [planted, own, other, missed].map(Number)
    if (kind === '' || numbers.some((one) => !Number.isInteger(one))) continue
    rows.set(kind, { kind, owner, planted: Number(planted), own: Number(own), other: Number(other) })
  }
  return rows
}

/** A row as it stands in docs/judges.md. */
export const rowText = ({ kind, owner, planted, own, other }: Row): string =>
  `| ${[kind, owner, planted, own, other, planted - own - other].map(String).join(' | ')} |`
