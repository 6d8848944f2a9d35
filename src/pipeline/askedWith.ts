import { templateFor } from '@/domain/prompt/chosenTemplate'
import { asksText } from '@/domain/project/projectSettings'
import { stepsById } from './callSheet'
import type { StepContext } from './defineStep'
import type { Stores } from './stores'

/** The words a text model is asked with; nothing where none is. */
export const askedWith = async (
  { library }: Stores,
  { id, settings }: StepContext['project'],
): Promise<{ asks?: unknown }> => {
  if (!asksText(settings)) return {}
  const templates = await library.find('prompts', {})
  const slugs = [...stepsById.values()].flatMap(({ reads }) => reads.asks ?? [])
  return { asks: slugs.map((slug) => templateFor(templates, { slug, project: id })) }
}
