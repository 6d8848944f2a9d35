import { previsChoice } from '../catalogue/chooseModels'
import type { Quote } from './quote'
import { quoteScenes, type SceneCalls } from './quoteScenes'

/**
 * What making these scenes would cost with the offline departments: nothing, however often they are called. The lines
 * say how often that is; `takesMax` is the most each layer of a picture may be made.
 */
export const scenesQuote = (
  scenes: readonly SceneCalls[],
  { takesMax, asOf }: { takesMax: number; asOf: string },
): Quote => {
  const quote = quoteScenes(scenes, {
    choice: previsChoice,
    models: [],
    format: { width: 0, height: 0, fps: 24 },
    takesMax,
    until: 'clips',
    on: asOf.slice(0, 10),
    asOf,
  })
  return { ...quote, hash: `previs-${quote.hash}` }
}
