import { InputRefused } from '../media/InputRefused'
import type { Provider, WorkRule } from '../plan/planShape'
import type { LedgerRow } from './ledger'
import type { World } from './openWorld'
import { priceTimes, type Price } from './price'

/** A piece of paid work, accepted now. `price` is asked twice: before it is made and after. */
export type Work<Made> = {
  provider: Provider
  endpoint: string
  requestId: string
  bodyHash: string
  webhookUrl: string | null
  takesS: number
  price: (made: Made | null) => Price
  run: (rules: readonly WorkRule[]) => Promise<Made>
}

export type Worked<Made> =
  | { is: 'made'; made: Made }
  | { is: 'policy' }
  | { is: 'failed'; status: number; why: string }
  | { is: 'input'; refused: InputRefused }

export type Taken<Made> = { row: LedgerRow; rules: WorkRule[]; perform: () => Promise<Worked<Made>> }

/** Books a piece of work; `perform` does it and settles the row, once. */
export const takeWork = <Made>(world: World, work: Work<Made>): Taken<Made> => {
  const { provider, endpoint, requestId, bodyHash, webhookUrl } = work
  const rules = world.plan.strikes('work', { provider, endpoint })
  const factor = rules.reduce((times, rule) => times * (rule.do === 'price' ? rule.factor : 1), 1)
  const priced = (made: Made | null) => priceTimes(work.price(made), factor)
  const row = world.ledger.accept({ provider, endpoint, requestId, bodyHash, webhookUrl, price: priced(null) })
  const perform = async (): Promise<Worked<Made>> => {
    await waits(world, rules, work.takesS)
    const bad = badEnd(rules)
    if (bad) {
      world.ledger.end(row, { billed: bad.billed })
      return bad.worked
    }
    try {
      const made = await work.run(rules)
      world.ledger.end(row, { billed: true, price: priced(made) })
      return { is: 'made', made }
    } catch (error) {
      world.ledger.end(row, { billed: false })
      if (error instanceof InputRefused) return { is: 'input', refused: error }
      return { is: 'failed', status: 500, why: `The emulator could not make it: ${String(error)}` }
    }
  }
  return { row, rules, perform }
}

const badEnd = (rules: WorkRule[]): { billed: boolean; worked: Worked<never> } | undefined => {
  for (const rule of rules) {
    if (rule.do === 'policy') return { billed: rule.billed, worked: { is: 'policy' } }
    if (rule.do === 'fail')
      return {
        billed: rule.billed,
        worked: { is: 'failed', status: rule.status, why: 'Something went wrong while the model ran.' },
      }
  }
  return undefined
}

/** The time it takes; one that never ends waits until everything is closed. */
const waits = async (world: World, rules: WorkRule[], takesS: number): Promise<void> => {
  if (rules.some((rule) => rule.do === 'never')) while (await world.sleep(60_000));
  await world.sleep(rules.reduce((sum, rule) => sum + (rule.do === 'longer' ? rule.ms : 0), 0))
  await world.takes(takesS)
}
