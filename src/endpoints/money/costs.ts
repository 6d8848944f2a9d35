import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { readProjectSettings } from '@/domain/project/projectSettings'
import { costKeys, type CostKey, type CostRow } from '@/stores/costsStore'
import { projectOf } from '../asked/projectOf'
import { answer, queryOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'

const costsQuery = z.strictObject({
  by: z.enum(costKeys).default('department'),
  format: z.enum(['json', 'csv']).default('json'),
})
const money = z.number().int().min(0)
/** `name`: of a scene or a project as people know it, else the key. `parts`: what was spent of it, by department. */
const rowShape = z.object({
  key: z.string(),
  name: z.string(),
  calls: z.number().int(),
  spent: money,
  atRisk: money,
  parts: z.array(z.object({ department: z.string(), spent: money })),
})
export const costsShape = z.object({
  limit: money,
  spent: money,
  reserved: money,
  atRisk: money,
  left: money,
  rows: z.array(rowShape),
})

/** What the project has cost, in whole nanodollars (a billionth of a dollar). */
export const costs = route({
  method: 'get',
  path: '/:id/costs',
  tells: {
    says: 'What was spent, in nanodollars, by run, scene, department, model or day; its rows as CSV with format=csv.',
    query: costsQuery,
    ok: 200,
    gives: costsShape,
  },
  handler: async (req) => {
    const { id, slug } = await projectOf(req)
    const { by, format } = queryOf(req, costsQuery)
    const { costs: ledger, paid } = storesOf(req)
    const [project, rows, budget] = await Promise.all([
      req.payload.findByID({ collection: 'projects', id, depth: 0, select: { settings: true }, req }),
      ledger.by(id, by),
      paid.budget.standing(id),
    ])
    if (format === 'csv') return new Response(rowsAsCsv(by, rows), { headers: csvHeaders(`${slug}-costs-by-${by}`) })
    const limit = readProjectSettings(project.settings).budgetNanodollars
    const total = (name: 'spent' | 'atRisk') => rows.reduce((sum, row) => sum + row[name], 0)
    // what may have been charged is held back, too: it is counted once
    const { reserved } = budget
    const [spent, atRisk] = [total('spent'), total('atRisk')]
    return answer({
      limit,
      spent,
      reserved,
      atRisk,
      left: Math.max(0, limit - Math.max(spent, budget.spent) - reserved),
      rows: await namedRows(req, by, rows.map((row) => ({ ...row, name: row.key }))),
    }) // prettier-ignore
  },
})

type NamedRow = CostRow & { name: string }

/** Scenes by the name of their clip, as far as whoever asks may see them. */
export const namedRows = async (req: PayloadRequest, by: CostKey, rows: NamedRow[]): Promise<NamedRow[]> => {
  if (by !== 'scene') return rows
  const ids = rows.flatMap(({ key }) => (key === '' ? [] : [key]))
  const { docs } = await req.payload.find({
    collection: 'scenes', where: { id: { in: ids } }, depth: 0, limit: 0, pagination: false, select: { clipName: true }, overrideAccess: false, req,
  }) // prettier-ignore
  const names = new Map(docs.map(({ id, clipName }) => [id, clipName ?? id]))
  return rows.map((row) => ({ ...row, name: names.get(row.key) ?? row.key }))
}

const columns = [
  'at', 'id', 'scene', 'department', 'provider', 'model', 'take', 'what', 'state', 'priceNanodollars', 'billedNanodollars',
] as const // prettier-ignore

/** A cell that no spreadsheet takes for a formula. */
const cell = (value: unknown): string => {
  const text = value instanceof Date ? value.toISOString() : String(value)
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

const line = (cells: readonly unknown[]): string => `${cells.map(cell).join(',')}\n`
const csvHeaders = (name: string): Record<string, string> => ({
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': `attachment; filename="${name}.csv"`,
})

const rowsAsCsv = (by: CostKey, rows: readonly CostRow[]): string =>
  [line([by, 'calls', 'spentNanodollars', 'atRiskNanodollars']), ...rows.map(({ key, calls, spent, atRisk }) => line([key, calls, spent, atRisk]))].join('') // prettier-ignore

/** The ledger, one line for each call. */
export const costsCsv = route({
  method: 'get',
  path: '/:id/costs.csv',
  tells: { says: 'The ledger: every call to a department, as CSV.', ok: 200, gives: 'text/csv' },
  handler: async (req) => {
    const { id, slug } = await projectOf(req)
    const rows = storesOf(req).costs.ledger(id)
    const text = new TextEncoder()
    const stream = new ReadableStream<Uint8Array>({
      start: (out) => out.enqueue(text.encode(line(columns))),
      pull: async (out) => {
        const next = await rows.next()
        if (next.done === true) {
          out.close()
          return
        }
        const { _id, ...row } = next.value
        out.enqueue(text.encode(line(columns.map((name) => (name === 'id' ? _id : row[name])))))
      },
      cancel: () => void rows.return(undefined),
    })
    return new Response(stream, { headers: csvHeaders(`${slug}-costs`) })
  },
})
