import type { ShotPlan } from '@/pipeline/scene/planShot'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { placeFile, viewFile, type Film } from './filmOf'
import type { galleryIn, Made } from './gallery'

/** A scene of a film with the pictures its layers were made as. */
export type Shot = { id: string; film: Film; scene: SceneDraft; plan: ShotPlan; standing: Made[]; before: Shot | null }

type Filmed = { film: Film; aspect: string; only?: number }

/** Draws what a film's judges look at: everybody from six sides, every place and thing, then the layers of every scene. */
export const shotsOf = async (
  gallery: ReturnType<typeof galleryIn>,
  { film, aspect, only }: Filmed,
): Promise<Shot[]> => {
  await gallery.enrolCast(film.cast, (who, view) => viewFile(film.name, who, view))
  const shots: Shot[] = []
  for (const [i, { scene, plan }] of film.shots.slice(0, only).entries()) {
    await gallery.enrolPlace(placeFile(film.name, scene.location, aspect), plan.staging)
    const id = `${film.name} ${String(i)}`
    shots.push({ id, film, scene, plan, standing: await gallery.layersOf(id, plan), before: shots.at(-1) ?? null })
  }
  return shots
}
