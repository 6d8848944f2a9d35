import type { CollectionConfig } from 'payload'
import { carryChange, carryRemoval } from './carryChange'
import { editableFields } from './editableFields'
import { expectRevision, rememberRevision } from './expectRevision'
import { keepMachineFields } from './keepMachineFields'
import { keepVersionBefore } from './keepVersionBefore'
import { recordAuthors } from './recordAuthors'
import { revisionFields } from './revisionFields'
import { tellRevision } from './tellRevision'
import { withActivity, withEdited } from './withActivity'

const versionsKept = 25

type Edited = {
  /** Only Prompts: what is saved counts when it is published. */
  drafts?: boolean
  /** Films are made from it: an edit goes to the qualified database and marks what no longer fits. */
  qualified?: boolean
}

/** A collection people edit: revisions, authors per field, old versions to go back to. */
export const edited = (
  collection: CollectionConfig,
  { drafts = false, qualified = false }: Edited = {},
): CollectionConfig => {
  const fields = editableFields(collection.fields)
  const {
    beforeOperation = [],
    beforeChange = [],
    afterChange = [],
    afterDelete = [],
    afterOperation = [],
  } = collection.hooks ?? {}
  return {
    ...collection,
    fields: [...collection.fields, ...revisionFields],
    endpoints: withEdited(collection.endpoints),
    versions: { maxPerDoc: versionsKept, drafts },
    admin: { enableListViewSelectAPI: true, ...withActivity(collection.admin) },
    hooks: {
      ...collection.hooks,
      beforeOperation: [...beforeOperation, rememberRevision],
      beforeChange: [
        expectRevision(fields), keepMachineFields(collection.fields), ...beforeChange, recordAuthors(fields), keepVersionBefore,
      ], // prettier-ignore
      afterChange: [...afterChange, ...(qualified ? [carryChange] : [])],
      afterDelete: [...afterDelete, ...(qualified ? [carryRemoval] : [])],
      afterOperation: [...afterOperation, tellRevision],
    },
  }
}
