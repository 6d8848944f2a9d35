import type { CharacterLook } from '../look'
import type { Statement } from './statementsIn'
import type { TraitName } from './trait'

/** A lasting change of look, from a line of the text on. `look` holds only what changes. */
export type Change = { name: string; line: number; quote: string; about: TraitName; look: Partial<CharacterLook> }
/** Two statements that cannot both be true; the first holds. */
export type Contradiction = { about: TraitName; first: string; firstLine: number; second: string; secondLine: number }

export type Appearance = {
  said: Partial<CharacterLook>
  /** What holds, each with its line and words. */
  holds: Statement[]
  changes: Change[]
  contradictions: Contradiction[]
}

/**
 * What holds of one person's looks. The first statement of a trait holds. A second, different one is a change where the
 * text shows it (a verb of changing, a wound, other clothes on another story day, another age after years), else a
 * contradiction. `dayOf`: heading → story day.
 */
export const appearanceOf = (statements: readonly Statement[], dayOf: (heading: number) => number): Appearance => {
  const now = new Map<TraitName, Statement>()
  const found: Appearance = { said: {}, holds: [], changes: [], contradictions: [] }
  for (const one of statements) {
    const before = now.get(one.about)
    if (
      one.about === 'injury' ||
      (before === undefined && one.changes && now.size > 0 && one.about.startsWith('costume'))
    )
      addChange(found, one, before)
    else if (before === undefined) hold(found, one)
    else if (agree(before, one)) refine(found, before, one)
    else if (one.about === 'manner') hold(found, one)
    else if (one.changes || timePassed(before, one, dayOf)) addChange(found, one, before)
    else {
      found.contradictions.push({ about: one.about, first: before.value, firstLine: before.line, second: one.value, secondLine: one.line }) // prettier-ignore
      continue
    }
    now.set(one.about, one)
  }
  return found
}

const hold = (found: Appearance, one: Statement): void => {
  found.holds.push(one)
  // years are said of everybody once; the costume on top is the one that is drawn
  for (const [key, value] of Object.entries(one.look))
    if (!(key in found.said)) Object.assign(found.said, { [key]: value })
  if (one.about === 'costume over' && found.holds.some(({ about }) => about === 'costume under')) wearOnTop(found, one)
}

/** A coat named after the dress is worn over it, and is what is seen. */
const wearOnTop = ({ said }: Appearance, { look }: Statement): void => {
  delete said.costumeColor
  Object.assign(said, look)
}

/** "A coat", then "a yellow coat": the colour is added. */
const refine = (found: Appearance, before: Statement, one: Statement): void => {
  const fresh = Object.entries(one.look).filter(([key]) => !(key in before.look) && !(key in found.said))
  if (fresh.length === 0 || found.changes.some(({ about }) => about === one.about)) return
  Object.assign(found.said, Object.fromEntries(fresh))
  found.holds.push(one)
}

const agree = (before: Statement, one: Statement): boolean => {
  if (before.value.toLowerCase() === one.value.toLowerCase()) return true
  const keys = Object.keys(one.look) as (keyof CharacterLook)[]
  return keys.length > 0 && keys.every((key) => before.look[key] === undefined || before.look[key] === one.look[key])
}

const timePassed = (before: Statement, one: Statement, dayOf: (heading: number) => number): boolean => {
  const days = Math.abs(dayOf(one.heading) - dayOf(before.heading))
  return one.about.startsWith('costume') || one.about === 'hat' ? days >= 1 : days >= 300
}

const addChange = (found: Appearance, one: Statement, before: Statement | undefined): void => {
  const known = found.changes.some(({ about, name }) => about === one.about && name === nameOf(one))
  if (known || before?.value === one.value) return
  found.changes.push({ name: nameOf(one), line: one.line, quote: one.quote, about: one.about, look: one.look })
}

const nameOf = ({ about, value }: Statement): string =>
  about === 'injury' ? 'wounded' : about.startsWith('costume') || about === 'hat' ? `in ${value}` : `${about} ${value}`
