import type { PayloadRequest } from 'payload'
import type { FilmAsCut } from '@/domain/film/filmAsCut'
import type { Timeline } from '@/domain/timeline/timeline'
import { timelineOf } from '@/domain/timeline/timelineOf'
import { notAssembled } from '../film/timeline'
import { storesOf } from '../asked/stores'

type Of = { id: string; slug: string; title: string }

/** The film of a project as it was cut last; null where there is none. */
export const cutOf = async (req: PayloadRequest, project: Of): Promise<Timeline | null> => {
  const film = await storesOf(req).films.find(project.id)
  return film ? timelineOf(project, film.gives['film'] as FilmAsCut) : null
}

/** The same. Fails: FILM_NOT_ASSEMBLED. */
export const neededCut = async (req: PayloadRequest, project: Of): Promise<Timeline> => {
  const cut = await cutOf(req, project)
  if (!cut) throw notAssembled(project.title)
  return cut
}
