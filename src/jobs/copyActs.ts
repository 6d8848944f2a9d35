import { StudioError } from '@/domain/errors/StudioError'
import type { ProjectStatus } from '@/domain/project/projectStatus'
import type { Stores } from '@/pipeline/stores'
import { scenesOf } from '@/pipeline/readDeclared'
import { inTransaction } from '@/stores/controlDb'
import type { ProjectAct } from '@/stores/life/actsStore'
import {
  copyDocuments, copyFilm, copyForEpisode, copyGathered, copyQualified, forEpisode, type Copying,
} from '@/stores/life/copyProject' // prettier-ignore
import type { ActStep } from './actStep'

type Copied = Copying & { act: ProjectAct }

const copying = async (stores: Stores, act: ProjectAct): Promise<Copied> => {
  const from = { id: act.project.toHexString(), slug: act.slug }
  const standing = await stores.library.findOne('projects', { id: from.id })
  if (act.target && standing) return { from, to: act.target, act }
  throw new StudioError({
    code: 'PROJECT_UNKNOWN',
    what: 'The project was not copied.',
    why: 'The one it was to be copied from is gone.',
    fix: 'Delete the empty copy.',
  })
}

const step =
  (body: (stores: Stores, copied: Copied) => Promise<unknown>): ActStep =>
  async (stores, act) => {
    await body(stores, await copying(stores, act))
    return undefined
  }

/** A run that was pressed at the same moment ends first: what moves is not copied. */
const whenStill =
  (body: ActStep): ActStep =>
  async (stores, act) => {
    const open = await stores.runs.openOf(act.project.toHexString())
    return open.some(({ state }) => state !== 'failed') ? 'wait' : body(stores, act)
  }

/** All of it, and as locked as it was. */
const gathered = step(async (stores, { from, to, ...copied }) => {
  const { control, gather } = stores
  await gather.reopen(to.slug)
  await copyGathered(control, { from, to, ...copied }, () => true)
  if (!(await gather.isLocked(from.slug))) return
  await inTransaction(control, (tx) => gather.lock(to.slug, tx))
  await gather.bolt(to.slug, true)
})

/** A copy stands where the project stood when it was last settled. */
const status = step(async (stores, { from, to }) => {
  const [scenes, shots, film] = await Promise.all([
    scenesOf(stores, to.id),
    stores.shots.of(to.id),
    stores.films.find(to.id),
  ])
  const whole = scenes.length > 0 && scenes.every(({ id }) => shots.has(id))
  const locked = await stores.gather.isLocked(from.slug)
  const reached: ProjectStatus = !locked || scenes.length === 0 ? 'gathering' : whole ? (film ? 'completed' : 'generated') : 'qualified'
  await stores.library.update('projects', { where: { id: to.id, status: 'gathering' }, data: { status: reached } })
}) // prettier-ignore

export const copyActs: Record<'duplicate' | 'episode', Record<string, ActStep>> = {
  duplicate: {
    gathered: whenStill(gathered),
    documents: step(({ control }, copied) => copyDocuments(control, copied)),
    qualified: step(async ({ control, knowledge }, copied) => {
      await copyQualified(control, copied)
      await knowledge.prepare(copied.to.slug)
    }),
    film: step(({ control }, copied) => copyFilm(control, copied)),
    status,
  },
  episode: {
    gathered: whenStill(step(({ control }, copied) => copyGathered(control, copied, forEpisode))),
    documents: step(({ control }, copied) => copyForEpisode(control, copied, copied.act.by)),
  },
}
