import type { SanitizedConfig } from 'payload'
import { beforeAll, expect, it } from 'vitest'
import { translations } from '@/admin/words/translations'
import { choices } from '@/collections/german/choices'
import { labels } from '@/collections/german/labels'
import { sentences } from '@/collections/german/sentences'
import { studioConfig } from '../../payload.config'

type Shown = {
  type?: string
  name?: string
  hidden?: boolean
  label?: unknown
  labels?: { singular?: unknown; plural?: unknown }
  admin?: { hidden?: unknown; disabled?: unknown; description?: unknown; placeholder?: unknown }
  options?: { label?: unknown; value: string }[]
  fields?: Shown[]
  tabs?: Shown[]
}

let config: SanitizedConfig
const seen = new Set<string>()

/** Where a text stands that is told in English only. Payload’s own are functions. */
const lacks = (text: unknown, at: string): string[] => {
  if (typeof text === 'object' && text !== null) seen.add((text as { en: string }).en)
  const isBoth = typeof text === 'object' && text !== null && 'de' in text && 'en' in text
  return text === undefined || text === false || typeof text === 'function' || isBoth ? [] : [`${at}: ${JSON.stringify(text)}`]
} // prettier-ignore

/** Ids of rows are nowhere on a page. */
const isUnseen = ({ hidden, admin, name }: Shown): boolean =>
  hidden === true || admin?.disabled === true || name === 'id'

const missing = (field: Shown, above: string): string[] => {
  const at = `${above}.${field.name ?? field.type ?? ''}`
  if (isUnseen(field) || field.type === 'row' || field.type === 'tabs')
    return isUnseen(field) ? [] : inside(field, above)
  return [
    ...lacks(field.label, at),
    ...lacks(field.labels?.singular, `${at} (one)`),
    ...lacks(field.labels?.plural, `${at} (many)`),
    ...lacks(field.admin?.description, `${at} (description)`),
    ...lacks(field.admin?.placeholder, `${at} (placeholder)`),
    ...(field.options ?? []).flatMap(({ label, value }) => lacks(label, `${at} = ${value}`)),
    ...inside(field, at),
  ]
}
const inside = ({ fields = [], tabs = [] }: Shown, at: string): string[] =>
  [...fields, ...tabs].flatMap((field) => missing(field, at))

beforeAll(async () => {
  const settings = { mongoUrl: '', secret: 'a secret of the tests', mediaDir: '/nowhere', singleUser: false }
  config = await studioConfig({ ...settings, logLevel: 'silent' })
})

it('everything people read of a document has its German', () => {
  const ours = config.collections.filter(({ slug }) => !slug.startsWith('payload-'))
  expect(ours.length).toBeGreaterThan(20)
  const lacking = ours.flatMap(({ slug, labels: names, admin, fields }) => [
    ...lacks(names?.singular, `${slug} (one)`),
    ...lacks(names?.plural, `${slug} (many)`),
    ...lacks(admin?.group, `${slug} (group)`),
    ...lacks(admin?.description, `${slug} (description)`),
    ...(fields as Shown[]).flatMap((field) => missing(field, slug)),
  ])
  expect(lacking).toEqual([])
})

it('the tables hold nothing that is said no more', () => {
  const hidden = new Set(['Id', 'Leaving', 'Decided', 'Cut', 'Hash', 'Authors', 'Author', 'Field', 'Mail'])
  const kept = [...Object.keys(labels), ...Object.keys(sentences), ...Object.keys(choices).map((key) => key.replace(/^\w+: /, ''))]
  expect(kept.filter((english) => !seen.has(english) && !hidden.has(english))).toEqual([])
}) // prettier-ignore

it('pages of ours above a document are named in both languages', () => {
  const named = ['projects', 'scenes'].flatMap((slug) => {
    const edit = config.collections.find((one) => one.slug === slug)?.admin?.components?.views?.edit ?? {}
    return Object.values(edit as Record<string, { tab?: { label?: (told: { t: (key: string) => string }) => string } }>)
  })
  const keys = named.flatMap(({ tab }) => (tab?.label ? [tab.label({ t: (key) => key }).replace('backlot:', '')] : []))
  expect(keys.length).toBeGreaterThan(8)
  const told = [translations.en.backlot, translations.de.backlot] as Record<string, string>[]
  for (const key of keys) expect(told.map((words) => typeof words[key]), key).toEqual(['string', 'string'])
}) // prettier-ignore
