/** Tabs above a document that are pages of ours; the collections name them by these words. */
export const tabsEn = {
  tab_gather: 'Gather',
  tab_story: 'Story',
  tab_board: 'Board',
  tab_film: 'Film',
  tab_costs: 'Costs',
  tab_settings: 'Settings',
  tab_prompt: 'Prompt',
  tab_takes: 'Takes',
} as const satisfies Record<string, string>

export const tabsDe: Record<keyof typeof tabsEn, string> = {
  tab_gather: 'Sammeln',
  tab_story: 'Geschichte',
  tab_board: 'Tafel',
  tab_film: 'Film',
  tab_costs: 'Kosten',
  tab_settings: 'Einstellungen',
  tab_prompt: 'Prompt',
  tab_takes: 'Takes',
}
