import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'

const pattern = /^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])$/
const longest = 48

/** A project's proved name: the only text that may become part of a database's name. */
export const projectSlugSchema = z.string().regex(pattern).brand<'ProjectSlug'>()
export type ProjectSlug = z.infer<typeof projectSlugSchema>

/** Proves a slug: 2–48 of a–z, 0–9 and "-", not at the ends. Fails: SLUG_REFUSED. */
export const projectSlug = (text: string): ProjectSlug => {
  const read = projectSlugSchema.safeParse(text)
  if (read.success) return read.data
  throw new StudioError({
    code: 'SLUG_REFUSED',
    what: text === '' ? 'The project has no slug.' : `"${text.slice(0, 80)}" cannot be the slug of a project.`,
    why: 'A slug names two databases and a folder: 2 to 48 small letters, digits and hyphens, no hyphen at the ends.',
    fix: `Choose another, for example "${slugFrom(text)}".`,
    field: 'slug',
  })
}

/** The free-form database of a project. */
export const gatherDatabase = (slug: ProjectSlug): string => `gather_${slug}`

/** The database the pipeline reads. */
export const qualifiedDatabase = (slug: ProjectSlug): string => `qualified_${slug}`

/** The nearest slug to a title or a file's name; "film" when nothing of it can stand in a slug. */
export const slugFrom = (title: string): ProjectSlug => {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '')
  const read = projectSlugSchema.safeParse(plain.length === 1 ? `${plain}-film` : plain)
  return read.success ? read.data : projectSlugSchema.parse('film')
}
