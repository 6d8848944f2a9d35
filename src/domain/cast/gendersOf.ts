import { genderOfName } from './genderOfName'
import type { voiceGenders } from './look'

type Gender = (typeof voiceGenders)[number]
type Scene = { action: string; charactersPresent: readonly string[]; dialogue: readonly { line: string }[] }
type Votes = Map<string, number>
type Cast = { names: readonly string[]; bearded: readonly string[]; named: (sentence: string) => string[] }
type Reading = { scenes: readonly Scene[]; named: (sentence: string) => string[]; votes: Votes }

const female = 'woman|lady|girl|mother|grandmother|sister|daughter|wife|widow|queen|princess|aunt|waitress|actress'
const male = 'man|gentleman|boy|father|grandfather|brother|son|husband|widower|king|prince|uncle|waiter|fisherman'
/** Less than this much evidence is none. */
const least = 0.5
/** What the name alone says is believed until the text says otherwise. */
const byName = { woman: 0.6, man: -0.6, unknown: 0 }

/** Who of a cast is a woman or a man, by what the action says: "a girl", "she" after the name, a beard, or the one
 *  person present whom a "she" can mean; where it says nothing, by the name. Others stay 'unknown'. */
export const gendersOf = (scenes: readonly Scene[], { names, bearded, named }: Cast): Map<string, Gender> => {
  const votes: Votes = new Map(names.map((name) => [name, byName[genderOfName(name)]]))
  for (const name of bearded) vote(votes, name, -3)
  const reading = { scenes, named, votes }
  hearNames(reading)
  hearLines(reading)
  hearTheOnlyOne(reading)
  return new Map([...votes].map(([name, sum]) => [name, decided(sum)]))
}

const decided = (sum: number): Gender => (sum >= least ? 'woman' : sum <= -least ? 'man' : 'unknown')
const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?…])\s+/).filter((part) => part.trim() !== '')
const vote = (votes: Votes, name: string, by: number) => votes.set(name, (votes.get(name) ?? 0) + by)
/** Women count up, men down. */
const weigh = (text: string, woman: RegExp, man: RegExp): number => Number(woman.test(text)) - Number(man.test(text))

const hearNames = (reading: Reading): void => {
  for (const { action, charactersPresent } of reading.scenes)
    for (const paragraph of action.split(/\n+/))
      hearParagraph(paragraph, charactersPresent.length < 2 && reading.named(paragraph).length < 2, reading)
}

/** A sentence that names nobody goes on about the one the sentence before it named. */
const hearParagraph = (paragraph: string, alone: boolean, { named, votes }: Reading): void => {
  let before: string | undefined
  for (const sentence of sentencesOf(paragraph)) {
    const [name, ...others] = named(sentence)
    const meant = name ?? before
    if (meant === undefined || others.length > 0) before = undefined
    else {
      vote(votes, meant, name === undefined ? weigh(sentence, /^she\b/i, /^he\b/i) : saidOf(name, sentence, alone))
      before = meant
    }
  }
}

/** "Mara. She took the last ferry": a name that stands alone in a line, and who is meant right behind it. */
const hearLines = ({ scenes, named, votes }: Reading): void => {
  for (const { line } of scenes.flatMap(({ dialogue }) => dialogue)) {
    const sentences = sentencesOf(line)
    for (const [i, sentence] of sentences.entries()) {
      const [name] = named(sentences[i - 1] ?? '')
      const short = (sentences[i - 1] ?? '').split(/\s+/).length < 3
      if (name !== undefined && short) vote(votes, name, weigh(sentence, /^she\b/i, /^he\b/i))
    }
  }
}

/** What one sentence that names one person says of them. "her" and "his" are anybody's while others are there. */
const saidOf = (name: string, sentence: string, alone: boolean): number => {
  const at = sentence.toLowerCase().indexOf(name.toLowerCase())
  const before = sentence.slice(0, Math.max(0, at))
  const after = sentence.slice(at + name.length)
  const described = /^\s*[,(]/.test(after) ? after.slice(0, 60) : ''
  return (
    3 * weigh(before, new RegExp(`\\b(?:${female})\\s*$`, 'i'), new RegExp(`\\b(?:${male})\\s*$`, 'i')) +
    3 * weigh(described, new RegExp(`\\b(?:${female})\\b`, 'i'), new RegExp(`\\b(?:${male})\\b`, 'i')) +
    2 * weigh(after, /\b(?:she|herself)\b/i, /\b(?:he|himself)\b/i) +
    (alone ? 0.5 : 0) * weigh(after, /\bhers?\b/i, /\bhi[sm]\b/i)
  )
}

/** "She holds the lantern up to him": of those who are there only one can be meant. */
const hearTheOnlyOne = ({ scenes, named, votes }: Reading): void => {
  const known = (name: string) => decided(votes.get(name) ?? 0)
  for (const { action, charactersPresent } of scenes)
    for (const sentence of sentencesOf(action.replace(/\n+/g, ' '))) {
      const way = weigh(sentence, /^she\b/i, /^he\b/i)
      if (way === 0 || named(sentence).length > 0) continue
      const [meant, ...others] = charactersPresent.filter((name) => known(name) !== (way > 0 ? 'man' : 'woman'))
      if (meant !== undefined && others.length === 0 && known(meant) === 'unknown') vote(votes, meant, way)
    }
}
