import type { FilmAsCut } from '@/domain/film/filmAsCut'
import { StudioError } from '@/domain/errors/StudioError'
import { timelineOf } from '@/domain/timeline/timelineOf'
import { projectOf } from '../asked/projectOf'
import { answer, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { timelineShape } from './timelineShape'

/** The film as it was cut last: every clip, its handles, transitions, sound and markers, in whole frames. */
export const timeline = route({
  method: 'get',
  path: '/:id/timeline',
  tells: { says: 'The film as it was cut, in frames.', ok: 200, gives: timelineShape, errors: [409] },
  handler: async (req) => {
    const project = await projectOf(req)
    const film = await storesOf(req).films.find(project.id)
    if (!film) throw notAssembled(project.title)
    return answer(timelineOf(project, film.gives.film as FilmAsCut))
  },
})

export const notAssembled = (title: string) =>
  new StudioError({
    code: 'FILM_NOT_ASSEMBLED',
    what: `“${title}” has no film yet.`,
    why: 'It was not assembled, and the timeline is read from the film.',
    fix: 'Assemble it first: POST …/assemble.',
  })
