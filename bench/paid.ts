import { measurePaidCommands } from './paid/commands'
import type { Row } from './meter'

/** Paid calls in numbers: a real mongod, the studio's own stores, desk and engine, a provider that only waits. */
export const bench = async (): Promise<{ rows: Row[]; json: Record<string, unknown> }> => {
  const many = await measurePaidCommands([60, 240], { places: 20, ms: 100 })
  const few = await measurePaidCommands([60], { places: 4, ms: 100 })
  const perStep = many.map((one) => one.perStep)
  const rows: Row[] = [
    { metric: 'MongoDB commands per paid step, 20 places, 60 and 240 steps', value: perStep.join(' and '), target: '≤ 16, flat', met: Math.max(...perStep) <= 16 },
    { metric: 'the same, 4 places', value: few.map((one) => one.perStep).join(' and '), target: '', met: null },
  ] // prettier-ignore
  return { rows, json: { commands: [...many, ...few] } }
}
