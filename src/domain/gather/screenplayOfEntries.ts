import { composeFountain } from '../screenplay/composeFountain'
import { parseFountain } from '../screenplay/fountain'
import { fromMarkdown } from '../screenplay/fromMarkdown'
import { parseHeading } from '../screenplay/heading'
import { looksLikeHeading } from '../screenplay/lineKinds'
import { outlineScenes } from '../screenplay/outlineScenes'
import type { ScreenplayElement } from '../screenplay/screenplay'
import type { RawItem } from './rawItem'

export type Told = Pick<RawItem, 'kind' | 'title' | 'text'>

/** Notes that say how something shall be, not what happens. */
const aside =
  /^(?:the )?(?:looks?|style|mood|tone|colou?rs?|light(?:ing)?|camera|music|sound|wardrobe|costumes?|references?|research|todo|ideas?|themes?|genre|format)\b/i

/**
 * The screenplay of a project that has no screenplay file, in Fountain, from what is gathered in the order it came; ''
 * when nothing of it can be filmed. Nothing is invented and no word of what happens is changed; rules: docs/readiness.md.
 */
export const screenplayOfEntries = (items: readonly Told[], title: string): string => {
  const of = (kind: RawItem['kind']) => items.filter((one) => one.kind === kind)
  const scenes = of('scene').flatMap(sceneElements)
  const story = scenes.length > 0 ? scenes : of('note').filter((note) => !aside.test(note.title)).flatMap(noteElements)
  if (!story.some(({ type }) => type === 'action' || type === 'character')) return ''
  const placed = of('location').reduce(withPlace, story)
  const elements = of('character').reduce(withPerson, placed)
  return composeFountain({ titlePage: title.trim() === '' ? [] : [{ key: 'Title', values: [title.trim()] }], elements })
} // prettier-ignore

/** The last screenplay that was gathered, else that of the entries. */
export const gatheredScreenplay = (items: readonly Told[], title: string): string =>
  items.findLast(({ kind }) => kind === 'screenplay')?.text ?? screenplayOfEntries(items, title)

/** A scene's title is its heading where it is one; its text is read as Fountain. */
const sceneElements = ({ title, text }: Told): ScreenplayElement[] => {
  const { elements } = parseFountain(`\n${text}`)
  const headed = elements.some(({ type }) => type === 'scene_heading')
  if (headed) return elements
  if (looksLikeHeading(title.trim())) return [{ type: 'scene_heading', text: title.trim(), line: 1 }, ...elements]
  return outlineScenes(elements)
}

/** A note is read as Markdown; what it says of places and hours gives it headings. */
const noteElements = ({ text }: Told): ScreenplayElement[] =>
  outlineScenes([{ type: 'section', text: 'What happens', line: 1, depth: 1 }, ...fromMarkdown(text).elements])

/** A place is described in its own words where it is first seen. */
const withPlace = (elements: readonly ScreenplayElement[], { title, text }: Told): ScreenplayElement[] => {
  const name = folded(title)
  const at = elements.findIndex((one) => one.type === 'scene_heading' && folded(parseHeading(one.text).location) === name)
  return at < 0 || folded(text) === name ? [...elements] : inserted(elements, at + 1, text)
} // prettier-ignore

/** Who is described is introduced in these words before the first paragraph or speech that names them. */
const withPerson = (elements: readonly ScreenplayElement[], { title, text }: Told): ScreenplayElement[] => {
  const name = folded(title)
  const at = elements.findIndex(
    (one) => (one.type === 'action' || one.type === 'character') && ` ${wordsOf(one.text)} `.includes(` ${wordsOf(name)} `),
  )
  return at < 0 || name === '' || folded(text) === name ? [...elements] : inserted(elements, at, introduced(name, text))
} // prettier-ignore

const inserted = (elements: readonly ScreenplayElement[], at: number, text: string): ScreenplayElement[] => [
  ...elements.slice(0, at),
  { type: 'action', text: text.replace(/\s*\n\s*/g, ' ').trim(), line: elements[at]?.line ?? 1 },
  ...elements.slice(at),
]

const numbers =
  'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|four|five|six|seven|eight|nine'
const age = new RegExp(
  `\\b((?:${numbers})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|[1-9]\\d?)(?![\\w-])(?: years old)?`,
  'i',
)

/**
 * The way screenplays introduce people, so that they are cast: “A keeper, sixty.” of Mara is “MARA, sixty, a keeper,
 * sixty.”, and who has no age appears.
 */
const introduced = (name: string, text: string): string => {
  const told = text.trim()
  const years = age.exec(told)?.[1]
  const opening = years === undefined ? `${name} appears` : `${name}, ${years}`
  if (folded(told).startsWith(name)) return `${opening}. ${name}${told.slice(name.length)}`
  if (years !== undefined && told.toLowerCase().startsWith(years.toLowerCase()))
    return `${name}, ${told.charAt(0).toLowerCase()}${told.slice(1)}`
  return `${opening}, ${/^(?:An?|The|In|With|His|Her) /.test(told) ? told.charAt(0).toLowerCase() + told.slice(1) : told}`
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim().toUpperCase()
const wordsOf = (text: string): string =>
  text
    .toUpperCase()
    .split(/[^\p{L}\p{N}'’-]+/u)
    .join(' ')
    .trim()
