import type { SceneDraft } from '@/domain/scene/sceneDraft'

/** The scene documents of one scene of the screenplay, in order. */
export const headingStretches = (scenes: readonly SceneDraft[]): SceneDraft[][] => {
  const stretches: SceneDraft[][] = []
  for (const scene of scenes) {
    const last = stretches.at(-1)
    const [first] = last ?? []
    if (last && first?.sceneNumber === scene.sceneNumber && first.heading === scene.heading) last.push(scene)
    else stretches.push([scene])
  }
  return stretches
}
