import { measureIngest } from './paid/ingest'
import type { Row } from './meter'

/** Callbacks of a provider over HTTP, until they stand in the inbox. */
export const bench = async (): Promise<{ rows: Row[]; json: Record<string, unknown> }> => {
  const ingest = await measureIngest({ batch: 600, rounds: 3 })
  const { ours, verifyOnly, rawInsert, ratio, steady, flood } = ingest
  const rows: Row[] = [
    { metric: 'callbacks taken in, of the slower of checking only and inserting only', value: `${String(ratio)} (${ours.join(', ')} /s; ${verifyOnly.join(', ')}; ${rawInsert.join(', ')})`, target: '≥ 0.5', met: ratio >= 0.5 },
    { metric: '300 callbacks a second for 5 s, p99', value: `${String(steady.p99)} ms, ${String(steady.lost)} lost`, target: '< 250 ms', met: steady.p99 < 250 && steady.lost === 0 },
    { metric: '2,000 callbacks a second for 5 s, lost', value: `${String(flood.lost)} (answered at ${String(flood.answeredPerSecond)} /s)`, target: '0', met: flood.lost === 0 },
  ] // prettier-ignore
  return { rows, json: { ingest } }
}
