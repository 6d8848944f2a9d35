import type { TextField } from 'payload'
import { storyOf } from '@/domain/errors/storyOf'
import { projectSlug } from '@/domain/project/projectSlug'

const proved = (value: string): true | string => {
  try {
    projectSlug(value)
    return true
  } catch (error) {
    const { what, why, fix } = storyOf(error)
    return `${what} ${why} ${fix}`
  }
}

/** The project's name for databases and folders: unique, and the same for ever. */
export const slugField: TextField = {
  name: 'slug',
  type: 'text',
  required: true,
  unique: true,
  index: true,
  admin: {
    position: 'sidebar',
    description: 'Small letters, digits and hyphens. It names two databases and a folder, so it never changes.',
  },
  validate: (
    value: string | null | undefined,
    { operation, previousValue }: { operation?: string; previousValue?: unknown },
  ) => {
    if (operation === 'update' && typeof previousValue === 'string' && value !== previousValue) {
      return 'The slug of a project never changes: its databases and its folder are named after it. Make a new project.'
    }
    return proved(value ?? '')
  },
}
