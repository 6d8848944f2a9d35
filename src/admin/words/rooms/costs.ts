/** Words of the bars of money: who spent it. */
export const costsEn = {
  spent_character: 'Cast',
  spent_world: 'World',
  spent_visual: 'Look',
  spent_story: 'Story',
  spent_art: 'Pictures',
  spent_sound: 'Sound',
  spent_production: 'Production',
  spent_animation: 'Clips',
  spent_judges: 'Judges',
  spent_continuity: 'Continuity',
  spent_edit: 'Edit',
  legendOf: 'Departments',
} as const satisfies Record<string, string>

export const costsDe: Record<keyof typeof costsEn, string> = {
  spent_character: 'Besetzung',
  spent_world: 'Welt',
  spent_visual: 'Bildsprache',
  spent_story: 'Geschichte',
  spent_art: 'Bilder',
  spent_sound: 'Ton',
  spent_production: 'Produktion',
  spent_animation: 'Clips',
  spent_judges: 'Prüfer',
  spent_continuity: 'Anschlüsse',
  spent_edit: 'Schnitt',
  legendOf: 'Abteilungen',
}
