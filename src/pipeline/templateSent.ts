import { templateIn } from '@/domain/prompt/chosenTemplate'
import type { Stores } from './stores'

/** A template as a generation remembers it: "scene-person@4", its slug and the revision whose words were sent. */
export const templateSent = async (
  { library }: Pick<Stores, 'library'>,
  { slug, project }: { slug: string; project: string },
): Promise<string> => {
  const standing = templateIn(await library.find('prompts', { slug }), { slug, project })
  return `${slug}@${String(standing?.rev ?? 0)}`
}
