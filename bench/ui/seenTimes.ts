import { setTimeout as sleep } from 'node:timers/promises'
import { ObjectId } from 'mongodb'
import type { Page } from 'playwright-core'
import { outboxStore } from '@/stores/outboxStore'
import { runsStore } from '@/stores/runsStore'
import { planOfActs } from '../../tests/support/crew'
import { connectTo } from '../../tests/support/testDatabase'
import type { Server } from '../server/openServer'

/** From the moment a step's end is committed to the figure on the run's page that counts it (ms); steps end every 0.7 s. */
export const seenTimes = async (page: Page, { base, mongoUri }: Server, { project, steps }: { project: string; steps: number }): Promise<number[]> => {
  const control = await connectTo(mongoUri)
  const runs = runsStore(control, outboxStore(control))
  const plan = planOfActs(Array.from({ length: steps + 1 }, () => ({ act: 'film' })), { version: 'bench' })
  const { runId } = await runs.create({ kind: 'generate', projectId: project, key: new ObjectId().toHexString(), plan, options: {} })
  await runs.record(runId, { type: 'started' })
  await page.goto(`${base}/admin/collections/runs/${runId}`, { waitUntil: 'load' })
  await page.locator('.bl-figure dd').first().waitFor()
  await page.evaluate(() => {
    const seen = ((window as unknown as { __seen: Record<string, number> }).__seen = {} as Record<string, number>)
    const look = () => {
      const done = parseInt(document.querySelector('.bl-figure dd')?.textContent ?? '', 10)
      seen[String(done)] ??= Date.now()
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await sleep(1500) // its stream is open
  const took: number[] = []
  for (let node = 0; node < steps; node++) {
    await runs.record(runId, { type: 'done', node, take: 1, reused: false })
    const at = Date.now()
    await page.waitForFunction((done) => (window as unknown as { __seen: Record<string, number> }).__seen[done] !== undefined, String(node + 1), { timeout: 10_000 })
    const seen = await page.evaluate((done) => (window as unknown as { __seen: Record<string, number> }).__seen[done] ?? 0, String(node + 1))
    took.push(Math.max(0, seen - at))
    await sleep(Math.max(0, 700 - (Date.now() - at)))
  }
  await runs.record(runId, { type: 'done', node: steps, take: 1, reused: false })
  await control.client.close()
  return took
} // prettier-ignore
