import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { SettingsPage } from './SettingsPage'
import { settingsOf } from './settingFields'

/** A tab of the project: how it is made, by whom, with whose keys, for how much. */
export const SettingsView = ({ doc, initPageResult }: DocumentViewServerProps) => {
  const { req, permissions } = initPageResult
  const id = typeof doc['id'] === 'string' ? doc['id'] : null
  if (!req.user || id === null) return null
  const mayEdit = Boolean(permissions.collections?.['projects']?.update)
  const isProducer = 'roles' in req.user && Array.isArray(req.user.roles) && req.user.roles.includes('producer')
  return (
    <Gutter className="bl-page">
      <SettingsPage
        project={id}
        first={{ rev: Number(doc['rev'] ?? 0), settings: settingsOf(doc['settings']) }}
        mayEdit={mayEdit}
        mayKeys={isProducer}
      />
    </Gutter>
  )
}
