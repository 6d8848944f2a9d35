import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'

type Bench = { bench: () => Promise<{ table: object[]; json: unknown }> }

/** Every benchmark: a module of this folder that exports `bench`. */
const names = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.ts') && !['run.ts', 'meter.ts'].includes(file))
  .map((file) => file.slice(0, -3))

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !names.includes(name))
if (unknown !== undefined) {
  process.stderr.write(
    `There is no benchmark “${unknown}”.\n  Why: the benchmarks are ${names.join(', ')}.\n  Fix: name one of them, or none for all.\n`,
  )
  process.exit(2)
}
for (const name of asked.length > 0 ? asked : names) {
  const { bench } = (await import(`./${name}.ts`)) as Bench
  const { table, json } = await bench()
  process.stdout.write(`\n${name}\n`)
  console.table(table)
  mkdirSync('bench/results', { recursive: true })
  writeFileSync(`bench/results/${name}.json`, `${JSON.stringify(json, null, 2)}\n`)
}
process.exit(0)
