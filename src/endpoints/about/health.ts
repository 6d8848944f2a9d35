import { z } from 'zod'
import { answer, route } from '../asked/route'
import { storesOf } from '../asked/stores'

/** This program answers. */
export const health = route({
  method: 'get',
  path: '/health',
  tells: { says: 'This program answers.', ok: 200, gives: z.object({ ok: z.literal(true) }) },
  open: true,
  handler: () => answer({ ok: true }),
})

/** A worker that has not said so for this long is not there. */
const workerMs = 15_000

const rowShape = z.object({ name: z.string(), ok: z.boolean(), says: z.string() })
type Row = z.infer<typeof rowShape>

/** Whether films can be made now: one row per thing that is needed; 503 when one is missing. */
export const ready = route({
  method: 'get',
  path: '/ready',
  tells: {
    says: 'Whether films can be made now, thing by thing; 503 with the same rows when not.',
    ok: 200,
    gives: z.object({ ok: z.boolean(), rows: z.array(rowShape) }),
  },
  open: true,
  handler: async (req) => {
    const rows = await Promise.all([
      row('database', async () => {
        await storesOf(req).control.db.command({ ping: 1 })
        return 'It answers.'
      }),
      row('worker', async () => {
        const latest = await storesOf(req).presence.latest()
        if (!latest) throw new Error('No worker has said that it is there.')
        const ago = Date.now() - latest.at.getTime()
        if (ago > workerMs) throw new Error(`The last one was heard ${String(Math.round(ago / 1000))} s ago.`)
        return 'One is at work.'
      }),
    ])
    const ok = rows.every((one) => one.ok)
    return answer({ ok, rows }, ok ? 200 : 503)
  },
})

const row = async (name: string, ask: () => Promise<string>): Promise<Row> => {
  try {
    return { name, ok: true, says: await ask() }
  } catch (error) {
    return { name, ok: false, says: error instanceof Error ? error.message : String(error) }
  }
}
