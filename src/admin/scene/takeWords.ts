'use client'
import type { TakeVerdict } from '@/domain/takes/takesOf'
import type { ToldTake } from '@/domain/takes/toldTake'
import type { Look } from '../status/statusMeta'
import { useWords } from '../words/useWords'

const looks: Record<NonNullable<TakeVerdict>, Look> = {
  passed: { icon: 'check', tone: 'good' },
  failed: { icon: 'cross', tone: 'bad' },
  unknown: { icon: 'question', tone: 'asks' },
  overruled: { icon: 'person', tone: 'good' },
  rejected: { icon: 'person', tone: 'bad' },
}

/** How a verdict on a take looks; nobody looked at it: quiet. */
export const takeLook = (verdict: TakeVerdict): Look => (verdict ? looks[verdict] : { icon: 'circle', tone: 'quiet' })

/** What a take is called: "Take 3", "Layer 2 · NORA", "No". */
export const useTakeWords = () => {
  const { say } = useWords()
  const kindOf = ({ kind, layer, subject }: Pick<ToldTake, 'kind' | 'layer' | 'subject'>): string =>
    kind === 'still' && layer !== null ? say('layerOf', { layer: layer + 1, subject }) : say(`kind_take_${kind}`)
  const nameOf = ({ number }: Pick<ToldTake, 'number'>): string => say('takeNumber', { take: number })
  return {
    kindOf,
    nameOf,
    labelOf: (take: ToldTake): string => `${nameOf(take)} · ${kindOf(take)}`,
    verdictWord: (verdict: TakeVerdict): string => say(`verdict_${verdict ?? 'none'}`),
  }
}
