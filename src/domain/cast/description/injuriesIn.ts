import type { Mention } from '@/domain/screenplay/namesIn'
import type { Trait } from './trait'

const suffers = /\b(is|gets|was) (?:badly |hit and )?(shot|stabbed|wounded|injured|hit by (?:a|the) (?:bullet|car|stone)|burned|burnt|bitten|cut)\b|\b(bleeds|bleeding|wounded|injured|limps|limping|bloodied|bandaged?|bandages|blood (?:on|runs|drips|pours)|black eye|in a sling|on crutches|an eye ?patch|a (?:fresh )?scar|plaster cast)\b/i // prettier-ignore
const doesHarm = /\b(shoots|stabs|wounds|injures|bites|slashes)\s+$/i

/** Who is hurt by a sentence: its subject ("Jonas bleeds"), or whom somebody hurts ("Voss shoots Jonas"). Person → injury. */
export const injuriesIn = (
  sentence: string,
  mentions: readonly Mention[],
  goesOn: string | null,
): [string, Trait][] => {
  for (const { name, from } of mentions) {
    const verb = doesHarm.exec(sentence.slice(0, from))?.[1]
    if (verb !== undefined) return [[name, injury(`hurt: ${verb}`)]]
  }
  const name = soleSubject(sentence, mentions, goesOn)
  const match = suffers.exec(sentence.slice(mentions[0]?.from ?? 0))
  return match && name !== null ? [[name, injury((match[2] ?? match[3] ?? '').toLowerCase())]] : []
}

const soleSubject = (sentence: string, mentions: readonly Mention[], goesOn: string | null): string | null => {
  const [name = null, ...others] = new Set(mentions.map((one) => one.name))
  if (name === null) return /^(?:he|she|his|her)\b/i.test(sentence) ? goesOn : null
  return others.length === 0 ? name : null
}

const injury = (value: string): Trait => ({ about: 'injury', value, look: {} })
