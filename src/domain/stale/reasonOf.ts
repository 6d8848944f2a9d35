import { colourWord } from './colourWord'
import type { Difference } from './differences'
import type { PartField, PartRole } from './part'

/** Who wrote a field last, and when; empty where nobody is known. */
export type LastWord = { by: string; at: Date | null }

export type Told = { role: PartRole; of: string; difference: Difference; last: LastWord }

/** Why something no longer fits, in one sentence: what changed, from what to what, when and by whom. */
export const reasonOf = ({ role, of, difference, last }: Told): string => {
  const what = `${possessive(role, of)} ${fieldWords(role, difference.path)}`
  return `${capital(what.trim())} ${changeWords(difference)}${whenWords(last)}.`
}

/** Why something no longer fits when a whole document is gone, new, or another one is read in its place. */
export const documentReason = ({
  role,
  of,
  how,
}: {
  role: PartRole
  of: string
  how: 'gone' | 'new' | 'another'
}): string => {
  const name = nameIn(of)
  if (role === 'previous')
    return how === 'gone' ? 'No scene comes before it now.' : 'Another scene comes before it now.'
  if (role === 'place' && how === 'another') return `It now plays in ${name}.`
  const whom = ownerless.has(role) ? capital(possessive(role, of).replace(/’s$/, '')) : name
  return how === 'gone' ? `${whom} is no longer there.` : `${whom} is described now.`
}
const ownerless: ReadonlySet<PartRole> = new Set([
  'title',
  'settings',
  'titles',
  'decided',
  'scene',
  'own',
  'look',
  'bible',
  'models',
])
const nameIn = (of: string): string => of.split('/').slice(1).join('/')

/** "MARA’s", "the scene before’s", "the look’s": whose field it is. */
const possessive = (role: PartRole, of: string): string => {
  const name = nameIn(of)
  if (role === 'cast' || role === 'character') return `${name}’s`
  if (role === 'prop' || role === 'props') return `the ${name}’s`
  if (role === 'place') return name === '' ? 'the place’s' : `${name}’s`
  return owners[role]
}

const owners: Record<Exclude<PartRole, 'cast' | 'character' | 'prop' | 'props' | 'place'>, string> = {
  title: 'the film’s',
  settings: 'the project’s',
  titles: 'the film’s',
  decided: 'the',
  scene: 'the scene’s',
  previous: 'in the scene before, the',
  own: 'the',
  look: 'the style guide’s',
  bible: 'the story bible’s',
  prompts: 'the',
  models: 'the',
}

const fieldWords = (role: PartRole, path: string): string => {
  if (role === 'own') return 'own material'
  if (role === 'decided') return 'choice among its takes'
  if (role === 'prompts') return `prompt “${path.split('.')[0] ?? path}”`
  if (role === 'models') return `model for ${path}`
  return inWords(path.replace(/^look\./, ''))
}

/** "costumeColor" → "costume color", "voice.rate" → "voice rate". */
const inWords = (path: string): string =>
  path
    .replace(/\./g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()

const changeWords = ({ from, to }: Difference): string => {
  const [before, after] = [wordsOf(from), wordsOf(to)]
  if (from === null) return after === null ? 'was added' : `was added: ${after}`
  if (to === null) return before === null ? 'was taken out' : `was taken out (it was ${before})`
  return before === null || after === null || before === after ? 'changed' : `changed from ${before} to ${after}`
}

/** A value as people say it; null where it is too much for a sentence. */
const wordsOf = (field: PartField | null): string | null => {
  if (!field) return null
  if (field.said !== undefined) return `“${field.said}${field.said.length >= 72 ? '…' : ''}”`
  if (field.mark.startsWith('#')) return null
  return valueWords(JSON.parse(field.mark))
}

const valueWords = (value: unknown): string | null => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return plainWord(value)
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? `“${value.join(', ')}”` : null
}

const plainWord = (text: string): string => {
  const named = colourWord(text)
  if (named !== text) return named
  return /^[\p{L}\p{N}_:.-]+$/u.test(text) ? text.replace(/_/g, ' ') : `“${text}”`
}

const whenWords = ({ by, at }: LastWord): string => {
  const [day = '', time = ''] = at ? at.toISOString().split('T') : []
  const when = at ? ` at ${time.slice(0, 5)} on ${day}` : ''
  return by === '' ? when : `${when} (${by})`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
