import { z } from 'zod'
import { readProjectSettings } from '@/domain/project/projectSettings'
import { costKeys } from '@/stores/costsStore'
import { answer, queryOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { namesOf } from '../tidings/namesOf'
import { costsShape, namedRows } from './costs'

const query = z.strictObject({ by: z.enum([...costKeys, 'project']).default('project') })

/** GET /api/costs: what all projects together cost that whoever asks may see. `left` is what is left in each of them. */
export const allCosts = route({
  method: 'get',
  path: '/costs',
  tells: {
    says: 'What was spent on all projects you see, by project, run, scene, department, model or day.',
    query,
    ok: 200,
    gives: costsShape,
  },
  handler: async (req) => {
    const { by } = queryOf(req, query)
    const { docs } = await req.payload.find({
      collection: 'projects', depth: 0, joins: false, limit: 0, pagination: false, select: { settings: true }, overrideAccess: false, req,
    }) // prettier-ignore
    const { costs, paid } = storesOf(req)
    const ids = docs.map(({ id }) => id)
    const [rows, budgets] = await Promise.all([
      costs.by(ids, by),
      Promise.all(docs.map(async ({ id, settings }) => ({ ...(await paid.budget.standing(id)), limit: readProjectSettings(settings).budgetNanodollars }))),
    ]) // prettier-ignore
    const total = (amounts: readonly number[]) => amounts.reduce((sum, one) => sum + one, 0)
    const names = await namesOf(req, by === 'project' ? rows.map(({ key }) => `projects ${key}`) : [])
    return answer({
      limit: total(budgets.map(({ limit }) => limit)),
      spent: total(rows.map(({ spent }) => spent)),
      reserved: total(budgets.map(({ reserved }) => reserved)),
      atRisk: total(rows.map(({ atRisk }) => atRisk)),
      left: total(budgets.map(({ limit, spent, reserved }) => Math.max(0, limit - spent - reserved))),
      rows: await namedRows(req, by, rows.map((row) => ({ ...row, name: names.get(`projects ${row.key}`) ?? row.key }))),
    }) // prettier-ignore
  },
})
