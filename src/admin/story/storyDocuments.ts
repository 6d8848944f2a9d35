import type { PayloadRequest } from 'payload'
import type { Screenplay } from './useScreenplay'
import type { ToldDocument } from './Told'

type Names = ToldDocument['fields'][number]['name']
const bibleFields = ['logline', 'premise', 'synopsis', 'themes', 'genre', 'tone', 'era'] as const
const styleFields = ['styleCapsule', 'lighting', 'camera', 'lenses', 'mood', 'texture'] as const

const textIn = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : Array.isArray(value)
      ? value.filter((one) => typeof one === 'string').join(', ')
      : ''

const fieldsOf = (document: Record<string, unknown>, names: readonly Names[]): ToldDocument['fields'] =>
  names.flatMap((name) => {
    const text = textIn(document[name])
    return text === '' ? [] : [{ name, text }]
  })

/** The documents of a story, as far as whoever looks may see them; null where there is none yet. */
export const storyDocuments = async (req: PayloadRequest, project: string) => {
  const asked = { where: { project: { equals: project } }, limit: 1, depth: 0, pagination: false, overrideAccess: false, user: req.user } as const // prettier-ignore
  const [screenplays, bibles, guides] = await Promise.all([
    req.payload.find({ collection: 'screenplays', ...asked }),
    req.payload.find({ collection: 'story-bible', ...asked }),
    req.payload.find({ collection: 'style-guides', ...asked }),
  ])
  const [[text], [bible], [guide]] = [screenplays.docs, bibles.docs, guides.docs]
  const screenplay: Screenplay | null = text ? { id: text.id, rev: text.rev ?? 0, text: text.text ?? '' } : null
  const told = (slug: string, document: { id: string } | undefined, names: readonly Names[]): ToldDocument | null =>
    document ? { href: `/admin/collections/${slug}/${document.id}`, fields: fieldsOf({ ...document }, names) } : null
  return {
    screenplay,
    bible: told('story-bible', bible, bibleFields),
    style: told('style-guides', guide, styleFields),
  }
}
