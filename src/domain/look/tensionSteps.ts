/** Three steps of tension, so that a small change of the text changes no light and no lens. */
export type TensionStep = 'calm' | 'expectant' | 'tense'

/** calm below 0.36, tense from 0.46 on. */
export const tensionStep = (tension: number): TensionStep =>
  tension < 0.36 ? 'calm' : tension < 0.46 ? 'expectant' : 'tense'
