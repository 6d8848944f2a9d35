import type { CollectionConfig, EditConfig } from 'payload'
import { editedEndpoints } from '@/endpoints/studioEndpoints'

type Admin = CollectionConfig['admin']

/** With the tab that says who changed what. */
export const withActivity = (admin: Admin = {}): NonNullable<Admin> => ({
  ...admin,
  components: {
    ...admin.components,
    views: { ...admin.components?.views, edit: { ...admin.components?.views?.edit, ...activityTab } as EditConfig },
  },
})

const activityTab = {
  activity: {
    Component: '/admin/activity/ActivityView#ActivityView',
    path: '/activity',
    tab: { label: ({ t }: { t: (key: string) => string }) => t('backlot:activity'), href: '/activity', order: 900 },
  },
}

/** With the routes that every document people edit has. */
export const withEdited = (own: CollectionConfig['endpoints']): NonNullable<CollectionConfig['endpoints']> => [
  ...(own === undefined || own === false ? [] : own),
  ...editedEndpoints,
]
