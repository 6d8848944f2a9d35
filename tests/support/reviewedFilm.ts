import type { FilmAsCut } from '@/domain/film/filmAsCut'
import { controlDb, textCollection } from '@/stores/controlDb'
import type { TestStudio } from '../collections/openTestStudio'
import { filmOfPlan } from './filmAsCut'

const ofFrames = (frames: readonly number[]): FilmAsCut => filmOfPlan(frames.map((count) => ({ frames: count, out: 'cut', seconds: 0 }))) // prettier-ignore

export type Reviewed = { id: string; film: string; scenes: string[] }

/** A project with two scenes of 4 and 5 seconds and their film, as the pipeline leaves it; `again` cuts it anew, longer. */
export const reviewedFilm = async (studio: TestStudio, slug: string, headers: Record<string, string> = {}) => {
  const project = await studio.call('POST /api/projects', { body: { title: 'The <b>Pier</b>', slug }, headers })
  const id = String(project.body['doc'].id)
  const scenes: string[] = []
  for (const at of [1, 2]) {
    const body = { project: id, sequenceNumber: at, sceneNumber: String(at), shotNumber: 10, title: `Shot ${at}`, heading: 'EXT. PIER - NIGHT', frames: 96, durationS: 4 }
    scenes.push(String((await studio.call('POST /api/scenes', { body, headers })).body['doc'].id))
  } // prettier-ignore
  const cut = async (sha256: string, frames: readonly number[]): Promise<string> => {
    const film = ofFrames(frames)
    const own = film.cut.scenes.map((scene, i) => ({ ...scene, id: scenes[i] ?? '' }))
    const name = `${sha256}.mp4`
    const gives = { film: { ...film, cut: { ...film.cut, scenes: own }, stitched: { film: { ...film.stitched.film, sha256, name } } } }
    const films = textCollection(controlDb(studio.payload).db, 'films')
    await films.replaceOne({ _id: id }, { runId: 'r', gives, at: new Date() }, { upsert: true })
    return sha256
  } // prettier-ignore
  const film = await cut('a'.repeat(64), [96, 120])
  return { reviewed: { id, film, scenes } satisfies Reviewed, cut }
}
