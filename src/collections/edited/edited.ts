import type { CollectionConfig } from 'payload'
import { carryToQualified } from './carryToQualified'
import { editableFields } from './editableFields'
import { expectRevision } from './expectRevision'
import { recordAuthors } from './recordAuthors'
import { revisionFields } from './revisionFields'
import { tellRevision } from './tellRevision'

const versionsKept = 25

type Edited = {
  /** Only Prompts: what is saved counts when it is published. */
  drafts?: boolean
  /** It has a twin in the project's qualified database. */
  qualified?: boolean
}

/** A collection people edit: revisions, authors per field, old versions to go back to. */
export const edited = (
  collection: CollectionConfig,
  { drafts = false, qualified = false }: Edited = {},
): CollectionConfig => {
  const fields = editableFields(collection.fields)
  return {
    ...collection,
    fields: [...collection.fields, ...revisionFields],
    versions: { maxPerDoc: versionsKept, drafts },
    admin: { enableListViewSelectAPI: true, ...collection.admin },
    hooks: {
      ...collection.hooks,
      beforeChange: [expectRevision(fields), ...(collection.hooks?.beforeChange ?? []), recordAuthors(fields)],
      afterChange: [...(collection.hooks?.afterChange ?? []), ...(qualified ? [carryToQualified] : [])],
      afterOperation: [...(collection.hooks?.afterOperation ?? []), tellRevision],
    },
  }
}
