'use client'
import { useConfig } from '@payloadcms/ui'
import type { ToldTake } from '@/domain/takes/toldTake'
import { useWords } from '../words/useWords'
import type { View } from './player/Stage'
import type { Standing } from './standingOf'
import { useTakeWords } from './takeWords'

type Asked = { standing: Standing; takes: readonly ToldTake[]; take: string | null; compare: string | null }

/** What the player shows: a take that was chosen, or what counts now; and what it is compared with. */
export const useView = ({ standing, takes, take, compare }: Asked) => {
  const { say } = useWords()
  const { labelOf } = useTakeWords()
  const { config } = useConfig()
  const seen = takes.filter(({ kind }) => kind !== 'line')
  const viewOf = (one: ToldTake): View => ({
    label: labelOf(one), url: config.routes.api + one.file, isClip: one.kind === 'clip', poster: one.inUse ? standing.picture : null,
  }) // prettier-ignore
  const { clip, picture } = standing
  const now: View = { label: say('whatCounts'), url: clip ?? picture, isClip: clip !== null, poster: picture }
  const chosen = seen.find(({ id }) => id === take)
  const other = seen.find(({ id }) => id === compare)
  return {
    view: chosen ? viewOf(chosen) : now,
    beside: other ? viewOf(other) : null,
    others: seen.filter(({ id }) => id !== take).map((one) => ({ id: one.id, label: labelOf(one) })),
  }
}
