import type { Mention, MentionFinder } from '@/domain/screenplay/namesIn'
import type { Told } from '@/domain/cast/told'

/** Somebody is dead from a line on. `shown`: the action says it; else somebody says so. */
export type Death = { name: string; line: number; heading: number; quote: string; shown: boolean; by: string }

const dies = /^\s*,?\s*(?:(?:is|lies|falls|drops|was|now|still|found|has been|collapses,?)\s+)*(dead\b(?! (?:tired|serious|set|sure|quiet|still|drunk|calm|ahead|end))|dies\b(?! (?:laughing|away|down|to))|died\b|killed\b|murdered\b|drowns\b|drowned\b|is no more|breathes (?:his|her) last|buried)/i // prettier-ignore
const remains = /\b(?:body|corpse|grave|coffin|funeral) of $/i
const theirs = /^\s*(?:dead body|lifeless body|corpse|grave|coffin|funeral|tombstone)\b/i
const killed = /\b(?:kills|murders|buries|killed|murdered|buried|shoots dead) $/i
const unsure = /\b(?:not|nearly|almost|if|pretends?|thought|think|could|would|might|never|as if|like|feigns|will)\b/i

/** Who dies or is dead, by action ("Leon dies", "Leon's grave") and by what is said of them. The first telling of each. */
export const deathsIn = (told: readonly Told[], mentions: MentionFinder): Death[] => {
  const deaths = new Map<string, Death>()
  for (const { kind, text, line, heading, by } of told) {
    if (kind === 'manner' || unsure.test(text) || text.endsWith('?')) continue
    for (const mention of mentions(text)) {
      const { name } = mention
      if (name === by || !isDead(text, mention)) continue
      const shown = kind === 'action'
      const known = deaths.get(name)
      if (!known || (shown && !known.shown)) deaths.set(name, { name, line, heading, quote: text, shown, by })
    }
  }
  return [...deaths.values()]
}

const isDead = (text: string, { from, to }: Mention): boolean => {
  const before = text.slice(0, from)
  if (/['’]s$/i.test(text.slice(from, to))) return theirs.test(text.slice(to))
  return dies.test(text.slice(to)) || remains.test(before) || killed.test(before)
}

/** Who speaks in the picture after they have died before our eyes; flashbacks are left out by `inStory`. */
export const aliveAfter = (deaths: readonly Death[], told: readonly Told[], inStory: (heading: number) => boolean): { death: Death; line: number }[] =>
  deaths.flatMap((death) => {
    const later = told.find(({ kind, by, seen, heading }) => kind === 'speech' && by === death.name && seen && heading > death.heading && inStory(heading))
    return death.shown && later ? [{ death, line: later.line }] : []
  }) // prettier-ignore
