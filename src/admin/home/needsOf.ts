import type { OpenDecision, SceneTally } from '@/stores/reads/homeRead'
import type { RunKind } from '@/domain/run/runPlan'
import { links } from '../shell/links'
import { roundedUp } from '../status/money'
import type { Words } from '../words/wordsOf'

export type Need = {
  key: string
  is: 'decide' | 'failed' | 'stale' | 'changes'
  title: string
  second: string
  money: string
  href: string
  action: string
}
type Found = {
  decisions: readonly OpenDecision[]
  failed: readonly { id: string; project: string; kind: RunKind; what: string }[]
  scenes: ReadonlyMap<string, SceneTally>
  titles: ReadonlyMap<string, string>
  /** What reviewers want changed in a scene. */
  requests?: readonly { id: string; project: string; scene: string; note: string; name: string }[]
}

const shownMost = 8

/** What waits for a person: the oldest money first, then runs that stopped, scenes that failed or wait, scenes that no longer fit. */
export const needsOf = ({ decisions, failed, scenes, titles, requests = [] }: Found, { say }: Words): Need[] => {
  const of = (project: string): string => titles.get(project) ?? ''
  const rows = (is: Need['is'], part: 'failed' | 'decide' | 'stale', word: 'scenesFailed' | 'scenesDecide' | 'scenesStale') =>
    [...scenes].flatMap(([project, tally]): Need[] =>
      tally[part] === 0
        ? []
        : [{ key: `${part}-${project}`, is, title: say(word, { count: tally[part] }), second: of(project), money: '', href: `${links.board(project)}?show=${part}`, action: say('review') }],
    ) // prettier-ignore
  return [
    ...decisions.map(({ id, project, what, nanodollars }): Need => ({
      key: id,
      is: 'decide',
      title: say('possiblyCharged'),
      second: `${of(project)} · ${what}`,
      money: say('atRisk', { money: roundedUp(nanodollars) }),
      href: links.generation(id),
      action: say('decisions'),
    })),
    ...failed.map(({ id, project, kind, what }): Need => ({
      key: id,
      is: 'failed',
      title: say('runFailed', { run: say(`run_${kind}`) }),
      second: `${of(project)} · ${what}`,
      money: say('nothingLost'),
      href: links.run(id),
      action: say('open'),
    })),
    ...requests.map(({ id, project, scene, note, name }): Need => ({
      key: id,
      is: 'changes',
      title: note,
      second: `${of(project)} · ${say('changesBy', { name })}`,
      money: '',
      href: links.scene(scene),
      action: say('openThatScene'),
    })),
    ...rows('failed', 'failed', 'scenesFailed'),
    ...rows('decide', 'decide', 'scenesDecide'),
    ...rows('stale', 'stale', 'scenesStale'),
  ].slice(0, shownMost)
}
