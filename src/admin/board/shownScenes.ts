import type { BoardScene } from '@/stores/reads/boardRead'

export const filters = ['all', 'done', 'working', 'ready', 'decide', 'stale', 'failed'] as const
export type Filter = (typeof filters)[number]

const workingOn = ['generating_composite', 'verifying_composite', 'generating_video', 'extracting_last_frame']
const asking = ['awaiting_approval', 'needs_review']

/** Whether a scene is one of those the filter shows. */
export const fits: Record<Filter, (scene: BoardScene) => boolean> = {
  all: () => true,
  done: ({ status, stale }) => status === 'completed' && stale.length === 0,
  working: ({ status }) => workingOn.includes(status),
  ready: ({ status }) => status === 'draft' || status === 'ready_for_generation',
  decide: ({ status }) => asking.includes(status),
  stale: ({ stale }) => stale.length > 0,
  failed: ({ status }) => status === 'failed',
}

/** Whether the words asked for stand in what the card says; case and accents count nothing. */
export const says = (scene: BoardScene, asked: string): boolean => {
  const words = plain(asked).split(' ').filter(Boolean)
  const text = plain([scene.clip, scene.title, scene.heading, ...scene.people].join(' '))
  return words.every((word) => text.includes(word))
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

export type Group = { scene: string; heading: string; seconds: number; scenes: BoardScene[] }

/** Neighbours of one scene of the screenplay, in film order. */
export const groupsOf = (scenes: readonly BoardScene[]): Group[] => {
  const groups: Group[] = []
  for (const scene of scenes) {
    const last = groups.at(-1)
    if (last?.scene === scene.scene && last.heading === scene.heading) {
      last.scenes.push(scene)
      last.seconds += scene.seconds
    } else groups.push({ scene: scene.scene, heading: scene.heading, seconds: scene.seconds, scenes: [scene] })
  }
  return groups
}

/** How many of them are what a head says. */
export const tallyOf = (scenes: readonly BoardScene[]) => ({
  failed: scenes.filter(fits.failed).length,
  decide: scenes.filter(fits.decide).length,
  stale: scenes.filter(fits.stale).length,
  done: scenes.filter(fits.done).length,
})

/** A line of the board: the heads of its groups and so many cards; small groups share one. */
export type BoardLine = { key: string; parts: { group: Group; isFirst: boolean; scenes: BoardScene[] }[] }

/** Packs groups into lines of `wide` cards. A group that does not fit what is left of a line begins a new one. */
export const linesOf = (groups: readonly Group[], wide: number): BoardLine[] => {
  const lines: BoardLine[] = []
  let left = 0
  for (const group of groups) {
    const pieces = Array.from({ length: Math.ceil(group.scenes.length / wide) }, (_, n) => group.scenes.slice(n * wide, (n + 1) * wide))
    for (const [n, scenes] of pieces.entries()) {
      const part = { group, isFirst: n === 0, scenes }
      const last = lines.at(-1)
      if (last && n === 0 && scenes.length === group.scenes.length && scenes.length <= left) {
        last.parts.push(part)
        left -= scenes.length
      } else {
        lines.push({ key: scenes[0]?.id ?? '', parts: [part] })
        left = wide - scenes.length
      }
    }
  }
  return lines
} // prettier-ignore
