/** SC012A_SH030: the scene's number with at least three digits, its letters, the shot's number. For file names. */
export const clipName = (sceneNumber: string, shotNumber: number): string =>
  `SC${clipNumber(sceneNumber)}_SH${String(shotNumber).padStart(3, '0')}`

/** "12a" → 012A, "A-5" → A-005: capitals, digits and hyphens alone; '' when nothing of the number can stand in a name. */
export const clipNumber = (sceneNumber: string): string =>
  sceneNumber
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/\d+/, (digits) => digits.padStart(3, '0'))
