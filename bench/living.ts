import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { quantile, rounded, type Row } from './meter'
import { livingFilm, type LivingFilm } from './living/livingFilm'

const scenes = 2000
const edits = 40

type Edited = { answeredMs: number; doneMs: number }

/** One edit over REST: until it is answered, and until qualified database and stale marks say so. */
const timed = async (film: LivingFilm, { route, body, done }: { route: string; body: object; done: () => Promise<boolean> }): Promise<Edited> => {
  const began = performance.now()
  const { status, body: told } = await film.studio.call(`PATCH ${route}`, { body })
  const answeredMs = performance.now() - began
  if (status !== 200) throw new Error(JSON.stringify(told))
  while (!(await done())) await sleep(3)
  const doneMs = performance.now() - began
  while ((await film.worker.stores.outbox.open()) > 0) await sleep(10)
  return { answeredMs, doneMs }
} // prettier-ignore

const row = (metric: string, ms: number, most: number): Row => ({
  metric,
  value: `${String(rounded(ms, 0))} ms`,
  target: `≤ ${String(most)} ms`,
  met: ms <= most,
})

/** Edits in a film of 2,000 scenes: how soon they are saved, carried on, and told to everything that was made from them. */
export const bench = async (): Promise<{ rows: Row[]; json: Record<string, unknown> }> => {
  const film = await livingFilm(scenes)
  try {
    const own: Edited[] = []
    for (let i = 0; i <= edits; i++) {
      const at = (i * 47) % scenes
      const action = `She looks at the sea, the ${String(i)}th time.`
      const one = await timed(film, {
        route: `/api/scenes/${film.scenes[at] ?? ''}`,
        body: { action },
        done: () => film.sceneSays(at, action),
      })
      if (i > 0) own.push(one) // the first one warms up
    }
    const all: Edited[] = []
    for (const costumeColor of ['#c01818', '#1a7a2a', '#2040c0', '#c0a020', '#7a1a6a'])
      all.push(
        await timed(film, {
          route: `/api/characters/${film.character}`,
          body: { look: { costumeColor } },
          done: () => film.allSay(costumeColor),
        }),
      )
    const p95 = (list: Edited[], of: keyof Edited) => quantile(list.map((one) => one[of]), 0.95) // prettier-ignore
    return {
      rows: [
        row(`one field of a scene among ${String(scenes)}, saved over REST, p95`, p95(own, 'answeredMs'), 80),
        row('the same, until the qualified database and the stale marks say so, p95', p95(own, 'doneMs'), 300),
        row(`a coat that ${String(scenes)} scenes show, until all are marked, worst of 5`, p95(all, 'doneMs'), 2000),
      ],
      json: { scenes, own, all },
    }
  } finally {
    await film.close()
  }
}
