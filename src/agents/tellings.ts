import type { SceneDraft } from '@/domain/scene/sceneDraft'

/** A scene of the screenplay: what is told under one heading. */
export type Telling = { number: string; heading: string; people: string[]; text: string; fromLine: number }

/** The scenes of the screenplay in order, each with its words as they are written. */
export const tellingsOf = (scenes: readonly SceneDraft[]): Telling[] => {
  const tellings: Telling[] = []
  for (const { sceneNumber, heading, screenplayText, charactersPresent, voices, fromLine } of scenes) {
    const last = tellings.at(-1)
    const here = [...charactersPresent, ...voices]
    if (last?.number === sceneNumber && last.heading === heading) {
      last.text = `${last.text}\n${screenplayText}`
      last.people = [...new Set([...last.people, ...here])]
    } else tellings.push({ number: sceneNumber, heading, people: [...new Set(here)], text: screenplayText, fromLine })
  }
  return tellings
}

/** The same within so many characters in all: of what is beyond, only the heading goes along. */
export const shortened = (tellings: readonly Telling[], most: number): Telling[] => {
  let left = most
  return tellings.map((one) => {
    left -= one.text.length
    return left < 0 ? { ...one, text: '' } : one
  })
}

const plain = (text: string): string => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim()

/** The first line of the scene that holds these very words, at least three of them; null where none does. */
export const lineOfQuote = (tellings: readonly Telling[]): ((quote: string) => number | null) => {
  const texts = tellings.map(({ text, fromLine }) => ({ text: plain(text), fromLine }))
  return (quote) => {
    const words = plain(quote)
    if (words.split(' ').length < 3) return null
    return texts.find(({ text }) => text.includes(words))?.fromLine ?? null
  }
}
