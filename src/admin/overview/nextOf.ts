import type { ProjectStatus } from '@/domain/project/projectStatus'
import type { SceneTally } from '@/stores/reads/homeRead'
import { links } from '../shell/links'

type Standing = { id: string; status: ProjectStatus; tally: SceneTally; run: string | null }
export type Next = { word: `next_${'gather' | 'run' | 'board' | 'stale' | 'decide' | 'failed' | 'cut' | 'film'}`; href: string } // prettier-ignore

/** The one thing to do next: what runs is watched, what waits for a person comes before what could be made. */
export const nextOf = ({ id, status, tally, run }: Standing): Next => {
  if (run !== null) return { word: 'next_run', href: links.run(run) }
  if (status === 'gathering') return { word: 'next_gather', href: links.gather(id) }
  if (tally.decide > 0) return { word: 'next_decide', href: `${links.board(id)}?show=decide` }
  if (tally.failed > 0) return { word: 'next_failed', href: `${links.board(id)}?show=failed` }
  if (tally.stale > 0) return { word: 'next_stale', href: `${links.board(id)}?show=stale` }
  if (tally.done < tally.total || tally.total === 0) return { word: 'next_board', href: links.board(id) }
  return { word: status === 'completed' ? 'next_film' : 'next_cut', href: links.film(id) }
}
