import type { ScreenplayElement } from './screenplay'

const hour = '(?<hour>dawn|sunrise|morning|noon|midday|afternoon|evening|sunset|dusk|twilight|night|midnight)'
const word = "(?!(?:at|in|by|on|of|is|was|during|early|late|and|or)\\b)[\\p{L}'’-]+"
const place = `(?<place>${word}(?: ${word}){0,3}?)`
const when = `,? (?:(?:at|in the|by|on an?|during the|early in the|late in the) )?${hour}`

/** "The workshop at dawn.", "A rooftop, night:" */
const fragment = new RegExp(`^(?:the|an?) ${place}${when}[.:]`, 'iu')
/** "In the market at noon nobody stops." */
const opening = new RegExp(`^(?:in|at|on|inside|outside|under|behind) (?:the |an? )?${place}${when}\\b`, 'iu')
/** "It is evening now": the same place in another light. */
const lightOnly = new RegExp(`\\bit is (?:now |already )?${hour}\\b`, 'iu')

const story = /^(?:what happens|story|the story|plot|outline|synopsis|scenes|beats|treatment|handlung|geschichte)\b/iu
const people = /^(?:people|characters|cast|who|persons|figuren|personen)\b/iu

const inside =
  /\b(?:room|kitchen|workshop|studio|shop|office|house|hall|bar|pub|caf[eé]|restaurant|church|school|classroom|hospital|station|train|car|cellar|attic|flat|apartment|bathroom|bedroom|library|museum|theatre|theater|prison|cabin|lighthouse|stairs|stairwell|corridor|kitchenette|lab|laboratory)$/iu

/**
 * Gives an outline (a text without scene headings and without speech) the places and hours it names itself: a paragraph
 * that opens with both gets a heading of its own words. Where one section is called story, or one people, only the story
 * is filmed; who is described among the people is introduced in those words where the story first names them, and the
 * rest stays as notes. Rules: docs/screenplay-formats.md. No word is changed.
 */
export const outlineScenes = (elements: readonly ScreenplayElement[]): ScreenplayElement[] => {
  const kept = keepStory(elements)
  const met = introductions(kept)
  let lastPlace = ''
  return kept.flatMap((element) => {
    if (element.type !== 'action') return met.used(element) ? [] : [element]
    const found = placeIn(element.text, lastPlace)
    if (found) lastPlace = found.place
    const heading = found && { type: 'scene_heading' as const, text: headingOf(found), line: element.line }
    return [...(heading ? [heading] : []), ...met.before(element), element]
  })
}

const described = /^(\p{Lu}[\p{Lu}'’-]+(?: \p{Lu}[\p{Lu}'’-]+)*),? /u

/** Notes that describe a person, each to stand before the first paragraph that names them. */
const introductions = (elements: readonly ScreenplayElement[]) => {
  const placed = new Map<ScreenplayElement, ScreenplayElement[]>()
  const used = new Set<ScreenplayElement>()
  for (const element of elements) {
    const [, name] = element.type === 'note' ? (described.exec(element.text) ?? []) : []
    const first = name && elements.find(({ type, text }) => type === 'action' && namesPerson(text, name))
    if (!first) continue
    used.add(element)
    placed.set(first, [...(placed.get(first) ?? []), { ...element, type: 'action' }])
  }
  return {
    before: (element: ScreenplayElement) => placed.get(element) ?? [],
    used: (element: ScreenplayElement) => used.has(element),
  }
}

const namesPerson = (text: string, name: string): boolean =>
  text
    .toUpperCase()
    .split(/[^\p{L}'’-]+/u)
    .join(' ')
    .includes(name)

type Found = { place: string; hour: string }

const placeIn = (text: string, lastPlace: string): Found | null => {
  const found = (fragment.exec(text) ?? opening.exec(text))?.groups
  if (found?.place && found.hour) return { place: found.place.toUpperCase(), hour: found.hour.toUpperCase() }
  const light = lightOnly.exec(text)?.groups?.hour
  return light && lastPlace !== '' ? { place: lastPlace, hour: light.toUpperCase() } : null
}

const headingOf = (found: Found): string =>
  `${inside.test(found.place) ? 'INT.' : 'EXT.'} ${found.place} - ${found.hour}`

/** Turns what stands under other headings than the story's into notes. */
const keepStory = (elements: readonly ScreenplayElement[]): ScreenplayElement[] => {
  const named = elements.filter(({ type }) => type === 'section')
  const hasStory = named.some(({ text }) => story.test(text))
  if (!hasStory && !named.some(({ text }) => people.test(text))) return [...elements]
  let told = !hasStory
  let depth = 0
  return elements.map((element) => {
    if (
      element.type === 'section' &&
      (story.test(element.text) || people.test(element.text) || isAbove(element, depth))
    ) {
      told = story.test(element.text) || (!hasStory && !people.test(element.text))
      depth = element.depth ?? 1
    }
    return element.type === 'action' && !told ? { ...element, type: 'note' as const } : element
  })
}

/** A section as high as the one it follows, or higher, ends it. */
const isAbove = ({ depth = 1 }: ScreenplayElement, standing: number): boolean => depth <= standing
