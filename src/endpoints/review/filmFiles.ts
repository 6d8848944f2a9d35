import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import type { Asset } from '@/domain/generation/generationKey'
import { projectOf } from '../asked/projectOf'
import { answer, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { sendMedia } from '../media/sendFile'

/** What lies beside a film, by the name it is saved under. */
const names = {
  film: 'film.mp4',
  poster: 'poster.jpg',
  contactSheet: 'contact-sheet.jpg',
  srt: 'film.srt',
  vtt: 'film.vtt',
} as const
type Kind = keyof typeof names
const kinds = Object.keys(names) as Kind[]
type Finished = Partial<Record<Exclude<Kind, 'film'>, Asset>> & { stitched?: { film?: Asset } }

const assetsOf = (gives: Record<string, unknown> | undefined): Map<Kind, Asset> => {
  const finished = (gives?.['film'] ?? {}) as Finished
  const found = kinds.map((kind) => [kind, kind === 'film' ? finished.stitched?.film : finished[kind]] as const)
  return new Map(found.flatMap(([kind, asset]) => (asset ? [[kind, asset] as const] : [])))
}

/** GET …/film-files: the film as it was cut last, and what belongs to it. None where there is no film. */
export const listFilmFiles = route({
  method: 'get',
  path: '/:id/film-files',
  tells: {
    says: 'The film, its poster, contact sheet and subtitles, with their sizes.',
    ok: 200,
    gives: z.object({ docs: z.array(z.object({ kind: z.enum(kinds), name: z.string(), url: z.string(), bytes: z.number().int() })) }),
  },
  handler: async (req) => {
    const { id } = await projectOf(req)
    const assets = assetsOf((await storesOf(req).films.find(id))?.gives)
    const docs = [...assets].map(([kind, { bytes }]) => ({ kind, name: names[kind], url: `/api/projects/${id}/film-files/${names[kind]}`, bytes }))
    return answer({ docs })
  },
}) // prettier-ignore

/** GET …/film-files/:name: one of them, by ranges. Fails: FILE_UNKNOWN. */
export const sendFilmFile = route({
  method: 'get',
  path: '/:id/film-files/:name',
  tells: { says: 'One of these files.', ok: 200, gives: 'application/octet-stream', errors: [416] },
  handler: async (req) => {
    const { id } = await projectOf(req)
    const kind = kinds.find((one) => names[one] === req.routeParams?.['name'])
    const asset = kind && assetsOf((await storesOf(req).films.find(id))?.gives).get(kind)
    if (asset) return sendMedia(req, { filename: asset.name, mimeType: asset.mime, sha256: asset.sha256 })
    throw new StudioError({
      code: 'FILE_UNKNOWN',
      what: 'There is no such file.',
      why: 'The film has none of this name.',
      fix: 'List them with GET /api/projects/:id/film-files.',
    })
  },
})
