import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { consistencyRules } from '@/domain/story/consistencyRules'
import type { Story } from '@/domain/story/readStory'

/** What was read of the world as fields of the StoryBible document. */
export const bibleOf = (story: Story, { title, scenes }: { title: string; scenes: readonly SceneDraft[] }) => ({
  title,
  synopsis: story.world.timeline.map(({ event }) => event).join(' ').slice(0, 4000) || 'Not in the text.',
  timeline: story.world.timeline.map(({ line, ...event }) => {
    const time = story.days.times.findLast((one) => one.line <= line)
    const when = time && time.aside !== '' ? `${event.when} (${time.aside.toLowerCase()})` : event.when
    return { ...event, when, storyDay: time?.day ?? 1, source: `line ${String(line)}${time ? `: ${time.why}` : ''}` }
  }),
  relationships: story.acquaintances,
  worldRules: story.rules.map(({ category, rule, priority, line, by }) => ({
    category, rule, priority,
    source: by === '' ? `line ${String(line)}` : `line ${String(line)}, said by ${by}`,
  })),
  consistencyRules: consistencyRules(story, scenes),
  mentionedPlaces: story.mentioned.map(({ name, quote, line, by }) => ({ name, quote, source: `line ${String(line)}, said by ${by}` })),
}) // prettier-ignore
