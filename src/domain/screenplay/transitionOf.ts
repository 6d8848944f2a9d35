import type { TransitionKind } from '@/domain/scene/vocabulary'

/** How long a join lasts, seconds. Its frames belong to the outgoing scene. */
export const transitionSeconds: Record<TransitionKind, number> = { cut: 0, dissolve: 0.5, wipe: 0.5, fade: 1 }

/** What a transition line asks for. `opens`: it belongs to the scene that begins ("FADE IN:"). */
export const transitionOf = (text: string): { transition: TransitionKind; opens: boolean } => {
  const words = text.toUpperCase()
  const opens = /\bFADE(S)? (IN|UP)\b|\bFROM BLACK\b|\b(AUFBLENDE|OUVERTURE)\b/.test(words)
  if (/\b(DISSOLVE|CROSS-?FADE|CROSS-?DISSOLVE|ÜBERBLENDUNG|FONDU ENCHAÎNÉ)/.test(words))
    return { transition: 'dissolve', opens: false }
  if (/\b(FADE|BLENDE|ABBLENDE|AUFBLENDE|FONDU|OUVERTURE)/.test(words)) return { transition: 'fade', opens }
  return { transition: /\b(WIPE|IRIS)\b/.test(words) ? 'wipe' : 'cut', opens: false }
}
