// npm run chaos: trials of paid calls with killed programs and a hostile provider, each wholly made from its seed.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { setUp } from '../../../scripts/setup/setUp.mjs'
import { openGround } from './ground'
import { writeReport } from './report'
import { runTrial, type Ended } from './runTrial'
import { trialOf } from './trial'
import { trialLog } from './trialLog'

const usage = `npm run chaos -- [OPTIONS]
  --trials N     how many are run (50)
  --from SEED    the first; those the log holds are left out (1)
  --minutes M    no trial begins later
  --seed SEED    this one alone, whether it was run or not
  --again        those that failed in the log, once more
  --keep-going   a trial that fails does not end it
  --report       writes the record of docs/reliability.md from the log, and runs nothing`

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const { values } = parseArgs({
  options: {
    trials: text,
    from: text,
    minutes: text,
    seed: text,
    'keep-going': flag,
    again: flag,
    report: flag,
    help: flag,
  },
})

const whole = (name: 'trials' | 'from' | 'minutes' | 'seed', usual: number): number => {
  const number = Number(values[name] ?? usual)
  if (Number.isInteger(number) && number >= 0) return number
  console.error(`--${name} must be a whole number.\n${usage}`)
  process.exit(2)
}

const tell = (end: Ended): void => {
  const states = Object.entries(end.states).map(([state, count]) => `${count} ${state}`)
  const told = [...end.struck, ...end.day].join('; ')
  console.log(`${end.faults.length === 0 ? 'holds' : 'FAILS'}  seed ${end.seed}  ${end.seconds} s  ${states.join(', ')}  ${told}`) // prettier-ignore
  if (!end.kept) return
  for (const fault of end.faults) console.log(`       ${fault}`)
  console.log(`       database ${end.kept.database}; journal, media, trial.json, provider.json in ${end.kept.folder}`)
  console.log(`       npm run chaos -- --seed ${end.seed}`)
}

function* seedsFrom(first: number, known: ReadonlyMap<number, unknown>): Generator<number> {
  for (let seed = first; ; seed++) if (!known.has(seed)) yield seed
}

const run = async (home: string): Promise<number> => {
  const log = trialLog(join(home, 'trials.jsonl'))
  const known = log.read()
  const count = values.seed === undefined ? whole('trials', 50) : 1
  const first = values.seed === undefined ? whole('from', 1) : whole('seed', 1)
  const againSeeds = [...known.values()].filter(({ faults }) => faults.length > 0).map(({ seed }) => seed)
  const until = Date.now() + whole('minutes', 1_000_000) * 60_000
  const ground = await openGround(home)
  let [ran, failed] = [0, 0]
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  process.once('SIGTERM', () => stop.abort())
  try {
    for (const seed of values.again ? againSeeds : seedsFrom(first, values.seed === undefined ? known : new Map())) {
      if (ran >= count || Date.now() > until || stop.signal.aborted) break
      const end = await runTrial(ground, trialOf(seed))
      log.add(end)
      tell(end)
      ran++
      if (end.faults.length > 0) failed++
      if (failed > 0 && !values['keep-going']) break
    }
  } finally {
    await ground.close()
  }
  console.log(`${ran} trials, ${failed} failed; ${log.read().size} in ${join(home, 'trials.jsonl')}`)
  return failed > 0 ? 1 : 0
}

const home = join(resolve(process.env['BACKLOT_HOME'] ?? '.backlot'), 'chaos')
if (values.help) console.log(usage)
else if (values.report)
  await writeReport(resolve('docs/reliability.md'), [...trialLog(join(home, 'trials.jsonl')).read().values()])
else {
  await setUp() // mongod, where it is missing
  process.exit(await run(home))
}
