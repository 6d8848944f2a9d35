import { StudioError } from '@/domain/errors/StudioError'
import type { FoundFact } from '@/domain/knowledge/fact'
import { projectSlug } from '@/domain/project/projectSlug'
import { openStudio } from '@/studio/openStudio'
import { readEnv } from '@/studio/settings'
import type { Command } from './command'

const shown = 5

/** Prints the facts of a film that fit a question best, each with where it is from. Changes nothing. */
export const ask: Command = async (argv, started) => {
  const json = argv.includes('--json')
  const [slug, ...words] = argv.filter((one) => one !== '--json')
  const question = words.join(' ').trim()
  if (slug === undefined || slug.startsWith('--') || question === '') throw usage()
  const name = projectSlug(slug)
  const studio = await openStudio({
    env: readEnv(),
    found: started.found,
    log: () => undefined,
    onFinished: () => undefined,
  })
  try {
    const { facts, known, by } = await studio.desk.ask(name, question, shown)
    if (json) process.stdout.write(`${JSON.stringify({ slug, question, known, by, facts })}\n`)
    else {
      process.stdout.write(facts.map(inLines).join('') || 'No fact shares a word with this question.\n')
      process.stderr.write(`${String(known)} facts are known; found by ${by}.\n`)
    }
    return 0
  } finally {
    await studio.close()
  }
}

const inLines = ({ text, lines, source, scope, score }: FoundFact, at: number): string => {
  const where = [
    ...(lines.length > 0 ? [`line ${lines.join('–')}`] : []),
    `${source.collection}/${source.document}, ${source.field}`,
    ...(scope ? [scenesIn(scope)] : []),
  ]
  return `${String(at + 1)}. ${text}\n   ${where.join(' · ')} (${score.toFixed(2)})\n`
}

const scenesIn = ({ fromSequence, toSequence }: NonNullable<FoundFact['scope']>): string => {
  if (toSequence === fromSequence) return `scene document ${String(fromSequence)}`
  return `from scene document ${String(fromSequence)}${toSequence === null ? ' on' : ` to ${String(toSequence)}`}`
}

const usage = () =>
  new StudioError({
    code: 'USAGE',
    what: 'The command was not understood.',
    why: 'It takes the slug of a film and a question.',
    fix: 'npm run backlot -- ask SLUG "question" [--json]',
  })
