import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { homeRead } from '@/stores/reads/homeRead'
import { isCutBehind } from '@/stores/reads/cutRead'
import { Film } from './Film'

const nothing = { total: 0, done: 0, working: 0, failed: 0, stale: 0, decide: 0 }

/** A tab of the project: the film as it stands, over its scenes. Payload has loaded the project for whoever asks before. */
export const FilmView = async ({ doc, initPageResult }: DocumentViewServerProps) => {
  const { req, permissions } = initPageResult
  const id = typeof doc['id'] === 'string' ? doc['id'] : null
  if (!req.user || id === null) return null
  const [project, tally, behind] = await Promise.all([
    req.payload.findByID({ collection: 'projects', id, depth: 1, select: { film: true, poster: true, status: true, title: true }, overrideAccess: false, req }),
    homeRead(req.payload).scenes([id]),
    isCutBehind(req.payload, id),
  ])
  const [film, poster] = [project.film, project.poster].map((one) => (typeof one === 'object' ? one?.url : null))
  return (
    <Gutter className="bl-page">
      <Film
        project={id}
        status={project.status}
        film={film ? { url: film, poster: poster ?? null } : null}
        mayShare={Boolean(permissions.collections?.['share-links']?.read)}
        tally={tally.get(id) ?? nothing}
        behind={behind}
      />
    </Gutter>
  )
} // prettier-ignore
