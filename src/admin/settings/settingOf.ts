/** What a refused press lacks → the setting that holds it; null: no setting does. */
const settings: Readonly<Record<string, string>> = {
  BUDGET_NEEDED: 'budgetNanodollars',
  BUDGET_SPENT: 'budgetNanodollars',
  PROVIDER_KEY_MISSING: 'keys',
  PROVIDER_KEY_REFUSED: 'keys',
  MODEL_SHUT_DOWN: 'models',
  MODEL_UNKNOWN: 'models',
  MODEL_WRONG_KIND: 'models',
  MODELS_NOT_TOGETHER: 'models',
  PRICE_UNKNOWN: 'models',
  SETTINGS_REFUSED: 'aspect',
}

/** Where the setting is changed that a refusal asks for: the settings tab, opened at it; null where none would help. */
export const settingOf = (code: string | undefined, path: string): string | null => {
  const field = settings[code ?? '']
  const project = /^\/projects\/([0-9a-f]{24})\//.exec(path)?.[1]
  return field && project ? `/admin/collections/projects/${project}/settings?field=${field}` : null
}
