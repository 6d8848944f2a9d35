import { dirname, join } from 'node:path'
import type { PayloadRequest } from 'payload'
import type { RawItem } from '@/domain/gather/rawItem'
import { givenRole } from '@/domain/own/givenRole'
import { lookAtMaterial as lookJob } from '@/queue/jobs'
import { assetsStore } from '@/stores/assetsStore'
import type { Tx } from '@/stores/controlDb'
import { libraryStore } from '@/stores/libraryStore'
import { withScratch } from '@/stores/scratch'
import type { StoredRawItem } from '@/stores/gatherPages'
import { fileRefused, formOf, type SentForm } from '../asked/filesOf'
import { bucketOf } from '../asked/bucketOf'
import { mediaDirOf } from '../asked/mediaDirOf'
import type { AskedProject } from '../asked/projectOf'
import { storesOf } from '../asked/stores'
import { authorOf } from './entryShown'
import { itemsOfFile } from './itemsOfFile'
import {
  isMaterial,
  keepMaterial,
  lookAtMaterial,
  materialItem,
  type Given,
  type Kept,
  type Looked,
} from './materialOf'

/**
 * Gathers the files of a form: all are read before anything is kept, and all are gathered or none. Fails: FORM_REFUSED,
 * BODY_TOO_LARGE, FILE_REFUSED, SCREENPLAY_*, FDX_REFUSED, GATHER_LOCKED.
 */
export const gatherForm = async (req: PayloadRequest, project: AskedProject): Promise<StoredRawItem[]> => {
  const { control, gather, outbox } = storesOf(req)
  const form = await formOf(req)
  const given = givenIn(form)
  const author = authorOf(req)
  const mediaDir = mediaDirOf(req)
  const assets = assetsStore(control, mediaDir, bucketOf(req))
  const library = libraryStore(control)
  return withScratch(join(dirname(mediaDir), 'tmp'), async (folder) => {
    const items: RawItem[] = []
    const looked: Looked[] = []
    for (const [i, file] of form.files.entries()) {
      if (isMaterial(file)) looked.push(await lookAtMaterial(file, given, join(folder, String(i))))
      else items.push(...(await itemsOfFile(file, { author })))
    }
    await gather.refuseLocked(project.slug)
    const kept: Kept[] = []
    for (const one of looked) kept.push(await keepMaterial(assets, one, project.id))
    return gather.addAll(project.slug, async (tx: Tx) => {
      const material: RawItem[] = []
      for (const one of kept) material.push(await materialItem(one, { library, project: project.id, author, tx }))
      if (material.length > 0) await outbox.add(lookJob.name, { projectId: project.id }, { session: tx.session })
      return [...items, ...material]
    })
  })
}

const nameMax = 200

/** `role` and `for` of a form go for all its pictures, recordings and clips. */
const givenIn = ({ fields, files }: SentForm): Given => {
  const { role = '', for: subject } = fields
  const known = givenRole(role)
  const [first] = files
  const odd = (why: string) => fileRefused({ name: first?.name ?? '', why, fix: 'Say role once, and for as a plain name.' })
  if (role !== '' && !known) throw odd(`The role “${role.slice(0, 40)}” is not known.`)
  if (subject !== undefined && (subject.length > nameMax || /[\p{Cc}/\\]/u.test(subject))) throw odd('Whom or what it is for is no name.')
  return { role: known, subject: subject?.trim() === '' ? null : (subject?.trim() ?? null) }
} // prettier-ignore
