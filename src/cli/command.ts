import { storyOf } from '@/domain/errors/storyOf'
import { BudgetNeeded } from '@/domain/money/budgetNeeded'
import type { FoundPrograms } from '@/studio/openMachine'
import { readEnv } from '@/studio/settings'
import { fullDisk } from './fullDisk'
import { harmless } from './whyRefused'

/** What scripts/run.mjs found before this program was loaded. */
export type Started = {
  root: string
  home: string
  found: FoundPrograms
  startedAt: number
  /** The bundle that runs, for a part that runs it again. */
  program: string
  /** Called by a part when it does its work. */
  onOpen?: () => void
}
export type Command = (argv: string[], started: Started) => Promise<number>

/** One story on stderr; with --json also the one object on stdout. A stack trace only with BACKLOT_DEBUG=1. */
export const tell = (error: unknown, json: boolean): void => {
  const { what, why, fix, code, field } = fullDisk(storyOf(error))
  process.stderr.write(harmless(`${what}\n  Why: ${why}\n  Fix: ${fix}\n`))
  if (readEnv().BACKLOT_DEBUG && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`)
  if (!json) return
  const priced = error instanceof BudgetNeeded ? { quote: error.quote } : {}
  const told = { code, message: `${what} ${why} ${fix}`, what, why, fix, field, ...priced }
  process.stdout.write(`${JSON.stringify({ errors: [told] })}\n`)
}
