import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { planShape, type PlanGiven } from './plan/planShape'
import { startEmulators } from './startEmulators'

const usage = `npm run emulators -- [OPTIONS]
  --port N              where they listen on 127.0.0.1; 0: any free one (4747)
  --plan FILE           the bad day, as JSON (docs/emulators.md)
  --seed N              the dice of the plan, where it does not say
  --speed N             how much faster than the real providers (100)
  --fal-slots N         how many requests fal works on at once (2)
  --openai-webhook URL  where OpenAI calls back
  --stock-media         the same file for everything of one size and length
  --json                prints the environment as one JSON object`

/** A plan file, checked. Fails with what is wrong in it. */
const readPlan = async (file: string): Promise<PlanGiven> => {
  const given = JSON.parse(await readFile(file, 'utf8')) as PlanGiven
  const read = planShape.safeParse(given)
  if (!read.success) throw new Error(`${file} is no plan:\n${z.prettifyError(read.error)}`)
  return given
}

const whole = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number) || number < 0)
    throw new Error(`--${name} must be a number\n${usage}`)
  return number
}

const main = async () => {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      port: text,
      plan: text,
      seed: text,
      speed: text,
      'fal-slots': text,
      'openai-webhook': text,
      'stock-media': { type: 'boolean', default: false },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    console.log(usage)
    return
  }
  const seed = whole('seed', values.seed)
  const speed = whole('speed', values.speed)
  const falSlots = whole('fal-slots', values['fal-slots'])
  const emulators = await startEmulators({
    port: whole('port', values.port) ?? 4747,
    ...(values.plan === undefined ? {} : { plan: await readPlan(values.plan) }),
    ...(seed === undefined ? {} : { seed }),
    ...(speed === undefined ? {} : { speed }),
    stockMedia: values['stock-media'],
    ...(values['openai-webhook'] === undefined ? {} : { openaiWebhookUrl: values['openai-webhook'] }),
    ...(falSlots === undefined ? {} : { falSlots }),
  })
  const stop = () => void emulators.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  if (values.json) {
    console.log(JSON.stringify(emulators.env))
    return
  }
  console.log(
    Object.entries(emulators.env)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n'),
  )
  console.error(
    `The emulated providers listen at ${emulators.url}; ledger: ${emulators.url}/control/ledger. Ctrl-C stops them.`,
  )
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
})
