import { variantAt } from '@/domain/cast/variantsOf'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { Story } from '@/domain/story/readStory'

export type SceneInStory = { storyDay: number; costumes: Costume[] }
type Costume = { character: string; costume: string; variant: string; condition: string[] }

/** What only the whole story tells of each scene: its day, and who looks different in it than at first. */
export const scenesInStory = (
  scenes: readonly SceneDraft[],
  { cast, days }: Pick<Story, 'cast' | 'days'>,
): SceneInStory[] => {
  const variants = new Map(cast.filter((one) => one.variants.length > 0).map((one) => [one.name, one.variants]))
  return scenes.map(({ fromLine, sequenceNumber, charactersPresent }) => ({
    storyDay: days.times.findLast(({ line }) => line <= fromLine)?.day ?? 1,
    costumes: charactersPresent.flatMap((character): Costume[] => {
      const variant = variantAt(variants.get(character) ?? [], sequenceNumber)
      if (!variant) return []
      const condition = variant.name.includes('wounded') ? ['wounded'] : []
      return [{ character, costume: variant.look.costume, variant: variant.name, condition }]
    }),
  }))
}
