import type { CollectionConfig, Field, LabelFunction, Option, StaticLabel, Tab } from 'payload'
import { labelOf } from '../fields/labelOf'
import { choices } from './choices'
import { labels } from './labels'
import { collectionNames } from './names'
import { sentences } from './sentences'

type Text = StaticLabel | LabelFunction | false | undefined
type Words = Readonly<Record<string, string>>

/** English and German of a text; what has no German yet stays as it is, and a test names it. */
const both = <T>(text: T, german: Words): T | { en: string; de: string } => {
  const de = typeof text === 'string' ? german[text] : undefined
  return typeof text === 'string' && de !== undefined ? { en: text, de } : text
}

/** All that people read of a collection in the admin, in both languages: names, groups, tabs, fields, descriptions, choices. */
export const inGerman = (collection: CollectionConfig): CollectionConfig => {
  const names = collectionNames[collection.slug]
  const { admin = {} } = collection
  return {
    ...collection,
    ...(names ? { labels: names } : {}),
    admin: {
      ...admin,
      ...(admin.group ? { group: both(admin.group, labels) } : {}),
      ...(admin.description ? { description: both(admin.description, sentences) } : {}),
    },
    fields: collection.fields.map(fieldInGerman),
  }
}

type Named = { name?: string; label?: Text; labels?: { singular?: Text; plural?: Text }; options?: Option[] }
type Read = Named & {
  type: string
  admin?: { description?: unknown; placeholder?: unknown }
  fields?: Field[]
  tabs?: Tab[]
}

const fieldInGerman = (field: Field): Field => {
  const one = field as Read
  return {
    ...field,
    ...labelled(one),
    ...(one.type === 'array' ? { labels: rowNames(one) } : {}),
    ...(one.options ? { options: one.options.map((option) => optionInGerman(option, one.name ?? '')) } : {}),
    ...described(one),
    ...(one.fields ? { fields: one.fields.map(fieldInGerman) } : {}),
    ...(one.tabs ? { tabs: one.tabs.map(tabInGerman) } : {}),
  } as Field
} // prettier-ignore

const tabInGerman = (tab: Tab): Tab =>
  ({ ...tab, ...labelled(tab as Read), ...described(tab as Read), fields: tab.fields.map(fieldInGerman) }) as Tab

/** These carry no label of their own. */
const silent = new Set(['row', 'tabs'])
const englishOf = ({ label, name }: Named): Text => label ?? (name === undefined ? undefined : labelOf(name))

const labelled = (field: Read): { label?: unknown } => {
  if (silent.has(field.type) || field.label === false) return {}
  const english = englishOf(field)
  return english === undefined ? {} : { label: both(english, labels) }
}

/** A row of a list, and the list: “Add line”, “Lines”. */
const rowNames = (field: Read): { singular: unknown; plural: unknown } => {
  const english = englishOf(field)
  const plural = field.labels?.plural ?? english
  const singular = field.labels?.singular ?? (typeof english === 'string' ? english.replace(/s$/, '') : english)
  return { singular: both(singular, labels), plural: both(plural, labels) }
}

const described = ({ admin }: Read): { admin?: object } =>
  admin
    ? {
        admin: {
          ...admin,
          ...(admin.description ? { description: both(admin.description, sentences) } : {}),
          ...(admin.placeholder ? { placeholder: both(admin.placeholder, sentences) } : {}),
        },
      }
    : {}

/** One English word may be several in German: what is said of this field alone comes first. */
const optionInGerman = (option: Option, field: string): Option => {
  const { label, value } = typeof option === 'string' ? { label: option, value: option } : option
  if (typeof label !== 'string') return { label, value }
  const de = choices[`${field}: ${label}`] ?? choices[label]
  return { label: de === undefined ? label : { en: label, de }, value }
}
