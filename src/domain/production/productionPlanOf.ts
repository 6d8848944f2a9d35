import type { SceneDraft } from '@/domain/scene/sceneDraft'

export type ProductionPlan = {
  summary: string
  estimatedSeconds: number
  workSeconds: number
  estimatedNanodollars: number
  items: { department: string; what: string; calls: number; seconds: number; nanodollars: number }[]
}

/** What making the film takes with the free departments: calls counted from the scenes, seconds from what each takes on two cores. */
export const productionPlanOf = (
  scenes: readonly SceneDraft[],
  bible: { cast: number; places: number; props: number },
): ProductionPlan => {
  const filmSeconds = scenes.reduce((sum, scene) => sum + scene.durationS, 0)
  const layers = scenes.reduce((sum, scene) => sum + 1 + scene.charactersPresent.length + scene.props.length, 0)
  const spoken = scenes.reduce((sum, scene) => sum + scene.dialogue.length, 0)
  const item = ([department, what]: [string, string], calls: number, each: number) => ({
    department,
    what,
    calls,
    seconds: round(calls * each),
    nanodollars: 0,
  })
  const items = [
    item(['character', 'views of the cast'], bible.cast * 6, 0.15),
    item(['world', 'pictures of places'], bible.places, 0.4),
    item(['art', 'pictures of props'], bible.props, 0.1),
    item(['art', 'layers of pictures'], layers, 0.3),
    item(['continuity', 'questions to the judges'], layers + scenes.length, 0.05),
    item(['sound', 'spoken lines'], spoken, 0.1),
    {
      department: 'camera',
      what: 'moving pictures',
      calls: scenes.length,
      seconds: round(filmSeconds * 0.5),
      nanodollars: 0,
    },
  ]
  const workSeconds = round(items.reduce((sum, one) => sum + one.seconds, 0))
  return {
    summary: `${String(scenes.length)} scenes, ${filmSeconds.toFixed(1)} s of film, drawn and spoken offline at no cost.`,
    estimatedSeconds: round(filmSeconds),
    workSeconds,
    estimatedNanodollars: 0,
    items,
  }
}

const round = (seconds: number): number => Math.round(seconds * 10) / 10
