import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { tableOf, type Row } from './meter'

type Bench = () => Promise<{ rows: Row[]; json: Record<string, unknown> }>

const benches: Record<string, () => Promise<{ bench: Bench }>> = {
  core: () => import('./core'),
  media: () => import('./media'),
  animatic: () => import('./animatic'),
  pictures: () => import('./pictures'),
  film: () => import('./film'),
  feature: () => import('./feature'),
  workers: () => import('./workers'),
  server: () => import('./server'),
  gather: () => import('./gather'),
  living: () => import('./living'),
  paid: () => import('./paid'),
  callbacks: () => import('./callbacks'),
  ui: () => import('./ui'),
}

/** `npm run bench [name …]`: a table per name, and bench/results/<name>.json. Exit code 1 when a target was missed. */
const measure = async (name: string, load: () => Promise<{ bench: Bench }>): Promise<boolean> => {
  const { bench } = await load()
  const loadBefore = loadavg()[0] ?? 0
  const { rows, json } = await bench()
  const machine = {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpus: cpus().length,
    memoryGb: Math.round(totalmem() / 1e9),
    loadBefore,
  }
  mkdirSync('bench/results', { recursive: true })
  writeFileSync(
    `bench/results/${name}.json`,
    `${JSON.stringify({ at: new Date(), machine, rows, ...json }, null, 2)}\n`,
  )
  const on = `Node ${machine.node}, ${String(machine.cpus)} CPUs, load at the start ${loadBefore.toFixed(1)}`
  process.stdout.write(`\n${name} (${on})\n${tableOf(rows)}\n`)
  return rows.every(({ met }) => met !== false)
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in benches))
if (unknown !== undefined) {
  process.stderr.write(
    `There is no benchmark “${unknown}”.\n  Why: the benchmarks are ${Object.keys(benches).join(', ')}.\n  Fix: name one of them, or none for all.\n`,
  )
  process.exit(2)
}
let met = true
for (const [name, load] of Object.entries(benches))
  if (asked.length === 0 || asked.includes(name)) met = (await measure(name, load)) && met
process.exit(met ? 0 : 1)
