import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchiveManifest } from '@/domain/archive/archiveManifest'
import { StudioError } from '@/domain/errors/StudioError'
import type { ProjectSlug } from '@/domain/project/projectSlug'
import type { Stores } from '@/pipeline/stores'
import { archiveProject } from '@/stores/archive/archiveProject'
import { restoreProject } from '@/stores/archive/restoreProject'
import { actsStore } from '@/stores/life/actsStore'
import { projectBySlug } from './projectReader'

export type Archives = {
  /** Fails: PROJECT_UNKNOWN, RUN_IS_OPEN. */
  archive: (slug: ProjectSlug, to: string) => Promise<ArchiveManifest>
  /** Fails: ARCHIVE_REFUSED, SLUG_TAKEN. */
  restore: (file: string) => Promise<ArchiveManifest>
}

/** One project as one file, and back. */
export const archives = (stores: Stores, home: string): Archives => ({
  archive: async (slug, to) => {
    const { id, title } = await projectBySlug(stores, slug)
    await refuseMoving(stores, id)
    await mkdir(join(home, 'tmp'), { recursive: true })
    const scratch = await mkdtemp(join(home, 'tmp', 'archive-'))
    try {
      const { control, assets } = stores
      return await archiveProject({ control, assets, scratch, signal: new AbortController().signal }, { id, slug, title, to })
    } finally {
      await rm(scratch, { recursive: true, force: true })
    }
  },
  restore: (file) => restoreProject(stores, file),
}) // prettier-ignore

/** An archive of what moves would hold a little of before and a little of after. */
const refuseMoving = async ({ runs, presses, control, outbox }: Stores, id: string): Promise<void> => {
  const [running] = (await runs.openOf(id)).filter(({ state }) => state !== 'failed')
  const [press, act] = await Promise.all([presses.openOf(id), actsStore(control, outbox).openOn(id)])
  const moving = running?._id ?? press?._id ?? act?._id
  if (moving === undefined) return
  throw new StudioError({
    code: 'RUN_IS_OPEN',
    what: 'The project was not archived.',
    why: `${moving} works on it.`,
    fix: 'Wait until that has ended, or cancel it, then run the command again.',
  })
}
