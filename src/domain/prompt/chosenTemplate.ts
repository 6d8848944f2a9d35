import { textOf } from '@/domain/words'
import { defaultTemplate } from './defaultPrompts'
import type { DeclaredTemplate } from './fillTemplate'

type TemplateDocument = Record<string, unknown>
type Named = { slug: string; project: string }

/** The published template of this name: the project’s own before the studio’s, else the one that ships. */
export const templateFor = (templates: readonly TemplateDocument[], { slug, project }: Named): DeclaredTemplate => {
  const own = templateIn(templates, { slug, project })
  return own && textOf(own.text) !== '' ? declared(own) : defaultTemplate(slug)
}

/** The project's own of this slug, before the studio's. */
export const templateIn = <T extends TemplateDocument>(
  templates: readonly T[],
  { slug, project }: Named,
): T | undefined => {
  const named = templates.filter((one) => one.slug === slug && one._status !== 'draft')
  return named.find((one) => textOf(one.project) === project) ?? named.find((one) => !one.project)
}

const declared = ({ text, variables }: TemplateDocument): DeclaredTemplate => {
  const rows = Array.isArray(variables) ? (variables as { name?: unknown; required?: unknown }[]) : []
  const names = (required: boolean) =>
    rows.filter((row) => (row.required !== false) === required).map(({ name }) => textOf(name))
  return { text: textOf(text), required: names(true), optional: names(false) }
}
