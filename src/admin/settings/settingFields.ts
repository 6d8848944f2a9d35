import { modelDepartments } from '@/domain/project/projectSettings'

export type SettingValue = string | number | null
/** A setting by its path below `settings`: `aspect`, `models.video`. */
export type SettingPath = string
export type Settings = Readonly<Record<SettingPath, SettingValue>>

const plain = [
  'aspect', 'resolution', 'fps', 'language', 'targetSeconds', 'budgetNanodollars', 'takesMax', 'layersMax', 'until',
] as const // prettier-ignore

export const settingPaths: readonly SettingPath[] = [...plain, ...modelDepartments.map((name) => `models.${name}`)]

const valueOf = (value: unknown): SettingValue =>
  typeof value === 'string' || typeof value === 'number' ? (value === '' ? null : value) : null

type Group = Record<string, unknown>

/** The settings of a project document, one value for each path. */
export const settingsOf = (group: unknown): Settings => {
  const given = (group ?? {}) as Group
  const models = (given['models'] ?? {}) as Group
  return Object.fromEntries(
    settingPaths.map((path) => [
      path,
      valueOf(path.startsWith('models.') ? models[path.slice('models.'.length)] : given[path]),
    ]),
  )
}

/** What is sent: only what was changed. */
export const asDocument = (changed: Settings): { settings: Group } => {
  const models = Object.entries(changed).flatMap(([path, value]) =>
    path.startsWith('models.') ? [[path.slice('models.'.length), value] as const] : [],
  )
  const others = Object.entries(changed).filter(([path]) => !path.startsWith('models.'))
  return {
    settings: { ...Object.fromEntries(others), ...(models.length > 0 ? { models: Object.fromEntries(models) } : {}) },
  }
}

/** Which of the changed settings somebody else changed meanwhile, to something else. */
export const inQuestion = (
  changed: Settings,
  { seen, standing }: { seen: Settings; standing: Settings },
): SettingPath[] =>
  Object.keys(changed).filter((path) => standing[path] !== seen[path] && standing[path] !== changed[path])
