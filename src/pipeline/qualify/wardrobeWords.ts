import { sourceText } from '@/domain/art/sourceLine'
import { wardrobeInWords, wardrobeOf } from '@/domain/art/wardrobe'
import type { Drafts } from '@/domain/story/draftFilm'
import { daysOfScenes } from '@/domain/story/time/daysOfScenes'

/**
 * What somebody wears on which day, in the very words the art department writes later: casting again must not take them
 * away where that department has nothing new to say. Null: the text does not dress them.
 */
export const wardrobeWords = (text: string, { scenes, story }: Drafts): ((name: string) => string | null) => {
  const { entries } = wardrobeOf(scenes, { source: sourceText(text), days: daysOfScenes(scenes, story().days) })
  const dressed = new Set(entries.map(({ character }) => character))
  return (name) => (dressed.has(name) ? wardrobeInWords(entries, name) : null)
}
