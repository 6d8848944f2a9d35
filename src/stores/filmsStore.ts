import { textCollection, type ControlDb, type Tx } from './controlDb'

/** The newest film of a project, with everything a film folder is written from. */
export type FilmDocument = { _id: string; runId: string; gives: Record<string, unknown>; at: Date }
export type FilmsStore = ReturnType<typeof filmsStore>

export const filmsStore = (control: ControlDb) => {
  const films = textCollection<FilmDocument>(control.db, 'films')
  return {
    async put(film: FilmDocument, { session }: Tx): Promise<void> {
      await films.replaceOne({ _id: film._id }, film, { upsert: true, session })
    },
    async find(project: string): Promise<FilmDocument | null> {
      return films.findOne({ _id: project })
    },
  }
}
