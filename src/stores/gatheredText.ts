import { screenplayOfEntries } from '@/domain/gather/screenplayOfEntries'
import type { ProjectSlug } from '@/domain/project/projectSlug'
import type { GatherStore } from './gatherStore'

type Asked = { slug: ProjectSlug; title: string }
const toldKinds = ['scene', 'note', 'location', 'character'] as const

/** The screenplay that was gathered last, else the one its entries tell; '' when nothing can be filmed. `id` names it. */
export const gatheredText = async (
  { gather }: { gather: GatherStore },
  { slug, title }: Asked,
): Promise<{ id: string; text: string }> => {
  const given = (await gather.list(slug, 'screenplay')).at(-1)
  if (given) return { id: given._id, text: given.text }
  const items = (await Promise.all(toldKinds.map((kind) => gather.list(slug, kind)))).flat()
  const text = screenplayOfEntries(items, title)
  return { id: text, text }
}
