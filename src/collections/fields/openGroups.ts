import type { CollectionConfig, Field } from 'payload'

/**
 * Makes a collection readable whose groups were written as null (the stores write “no error” so). Payload fills a group
 * that is absent, but cannot read one that is null.
 */
export const openGroups = (collection: CollectionConfig): CollectionConfig => {
  const groups = groupsIn(collection.fields)
  if (groups.length === 0) return collection
  const open = ({ doc }: { doc: Record<string, unknown> }) => {
    for (const name of groups) if (doc[name] === null) doc[name] = undefined
    return doc
  }
  return { ...collection, hooks: { ...collection.hooks, beforeRead: [open, ...(collection.hooks?.beforeRead ?? [])] } }
}

/** Names of the groups on the document itself; rows, folds and tabs without a name lie on it as well. */
const groupsIn = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => ('name' in tab ? [] : groupsIn(tab.fields)))
    if (field.type === 'row' || field.type === 'collapsible') return groupsIn(field.fields)
    if (field.type !== 'group') return []
    return 'name' in field ? [field.name] : groupsIn(field.fields)
  })
