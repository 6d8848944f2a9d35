import { relationsOf } from '@/domain/story/acquaintances'
import type { CastMember } from '@/domain/story/castMember'
import type { Story } from '@/domain/story/readStory'

const notInText = 'Not in the text.'
const bodily = new Set(['age', 'build', 'height', 'hair', 'hair colour', 'beard', 'glasses', 'hat', 'injury'])

/** One person as fields of the Characters document. Where the text is silent it says so and concludes nothing. */
export const profileOf = (person: CastMember, { cast, relations }: Pick<Story, 'cast' | 'relations'>) => {
  const { holds, contradictions } = person.appearance
  const told = (is: (about: string) => boolean) =>
    holds.filter(({ about }) => is(about)).map(({ about, value, line }) => `${about.replace(/ (over|under)$/, '')}: ${value} (line ${String(line)})`).join('\n') || notInText // prettier-ignore
  return {
    role: person.role,
    aliases: person.aliases,
    playingAge: holds.find(({ about }) => about === 'age')?.value ?? null,
    summary: person.sentences[0]?.text ?? notInText,
    appearance: told((about) => bodily.has(about)),
    wardrobe: told((about) => about.startsWith('costume') || about === 'hat'),
    personality: told((about) => about === 'manner'),
    mannerisms: person.manners.join('\n') || notInText,
    biography: person.sentences.map(({ text, line }) => `${text} (line ${String(line)})`).join('\n') || notInText,
    relationships: relationsOf(person.name, relations, (name) => cast.find((one) => one.name === name)?.gender ?? 'unknown'), // prettier-ignore
    evidence: holds.map(({ about, value, line, quote }) => ({ about, value, line, quote })),
    contradictions: contradictions.map(
      ({ about, first, firstLine, second, secondLine }) =>
        `${about}: “${first}” (line ${String(firstLine)}), then “${second}” (line ${String(secondLine)})`,
    ),
    look: person.look,
    variants: person.variants,
  }
}
