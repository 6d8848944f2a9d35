import type { CollectionSlug, RelationshipField, UploadField } from 'payload'
import { labelOf } from './labelOf'

type Relation = { description?: string; required?: boolean; many?: boolean; readOnly?: boolean; sidebar?: boolean }

/** A link to another document, always with an index. */
export const relation = (name: string, relationTo: CollectionSlug, more: Relation = {}): RelationshipField => ({
  name,
  label: labelOf(name),
  type: 'relationship',
  relationTo,
  index: true,
  ...(more.required ? { required: true } : {}),
  ...(more.many ? { hasMany: true as const } : { hasMany: false as const }),
  admin: {
    ...(more.description ? { description: more.description } : {}),
    ...(more.readOnly ? { readOnly: true } : {}),
    ...(more.sidebar ? { position: 'sidebar' as const } : {}),
  },
})

/** The film a document belongs to. */
export const ofProject = (required = true): RelationshipField =>
  relation('project', 'projects', { required, sidebar: true })

/** A picture, clip or sound of the library. */
export const file = (name: string, description?: string): UploadField => ({
  name,
  label: labelOf(name),
  type: 'upload',
  relationTo: 'media',
  ...(description ? { admin: { description } } : {}),
})
