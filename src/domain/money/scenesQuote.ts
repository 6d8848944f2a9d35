import { canonical } from '../canonical'
import { seedOf } from '../seed'
import type { Quote } from './freeQuote'

/** What of a scene decides how often departments are called. */
export type SceneCalls = { people: number; props: number; lines: number }

/**
 * What making these scenes would cost with the offline departments: nothing, however often they are called. The lines
 * say how often that is; `takesMax` is the most each layer of a picture may be made.
 */
export const scenesQuote = (
  scenes: readonly SceneCalls[],
  { takesMax, asOf }: { takesMax: number; asOf: string },
): Quote => {
  const layers = scenes.reduce((sum, { people, props }) => sum + 1 + people + props, 0)
  const spoken = scenes.reduce((sum, { lines }) => sum + lines, 0)
  const retakes = `at most ${String(takesMax)} takes each`
  const lines = [
    line('art', layers, `one picture for each layer: the place, people, things; ${retakes}`),
    line('judges', layers + scenes.length, 'each layer is looked at, and the finished picture'),
    line('sound', spoken, 'one for each line that is spoken'),
    line('animation', scenes.length, 'one clip for each scene'),
  ].filter(({ calls }) => calls > 0)
  return {
    hash: `previs-${seedOf(canonical([lines, takesMax])).toString(16)}`,
    nanodollars: { expected: 0, atMost: 0 },
    lines,
    asOf,
  }
}

const line = (department: string, calls: number, why: string): Quote['lines'][number] => ({
  department,
  model: 'previs',
  calls,
  expected: 0,
  atMost: 0,
  why,
})
