import type { Better } from '@/agents/question'
import type { BibleRelation, BibleRule } from '@/agents/world'
import type { Story } from '@/domain/story/readStory'
import type { bibleOf } from './bibleOf'

type Bible = ReturnType<typeof bibleOf>
type Filled = { events?: Record<string, string>; laws?: BibleRule[]; relations?: BibleRelation[] } & Record<
  string,
  unknown
>

/**
 * The bible with what a text model added: words, events in a sentence, further laws, and relations in the place of those
 * that were only counted. What the text says stays as the rules have it; consistency rules are the rules' alone.
 */
export const betterBible = (bible: Bible, better: Better, { world }: Pick<Story, 'world'>): Bible & Record<string, unknown> => {
  const { events = {}, laws = [], relations = [], ...words } = (better[''] ?? {}) as Filled
  const lines = world.timeline.map(({ line }) => String(line))
  const isTold = ({ from, to }: { from: string; to: string }) =>
    relations.some((one) => (one.from === from && one.to === to) || (one.from === to && one.to === from))
  return {
    ...bible,
    ...words,
    timeline: bible.timeline.map((row, at) => ({ ...row, event: events[lines[at] ?? ''] ?? row.event })),
    worldRules: [...bible.worldRules, ...laws],
    relationships: [...bible.relationships.filter((one) => !isTold(one)), ...relations],
  }
} // prettier-ignore
