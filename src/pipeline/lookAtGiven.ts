import { StudioError } from '@/domain/errors/StudioError'
import { ownRoles } from '@/domain/own/ownRole'
import { lookAtClip, lookAtSound } from '@/providers/own/lookAtMedia'
import type { StoredRawItem } from '@/stores/gatherPages'
import { inTransaction } from '@/stores/controlDb'
import { withScratch } from '@/stores/scratch'
import { ownIn } from './ownIn'
import { ownEntries, type OwnData } from './ownMaterial'
import type { Providers } from './providers'
import type { Project } from './readDeclared'
import type { Stores } from './stores'
import { tellPerson } from './tellPerson'

type Parts = { stores: Stores; providers: Providers; scratchDir: string }

/**
 * Looks at recordings and clips that came over HTTP and were not looked at yet, and tells what is assumed of all that
 * came so. Their length is kept on their Media document, which says that they can be used. Repeatable. Fails:
 * OWN_MATERIAL_REFUSED, naming every file that cannot be used.
 */
export const lookAtGiven = async (parts: Parts, project: Project): Promise<void> => {
  const { stores } = parts
  const given = (await ownEntries(stores, project.slug)).filter(({ data }) => (data as OwnData).for !== undefined)
  if (given.length === 0) return
  const looks: (string[] | { refused: string })[] = []
  for (const entry of given) looks.push(await lookAt(parts, entry))
  const refused = looks.flatMap((one) => ('refused' in one ? [one.refused] : []))
  if (refused.length > 0) throw cannotBeUsed(refused)
  const { notices } = await ownIn(stores, project)
  const told = [...notices, ...looks.flatMap((one) => ('refused' in one ? [] : one))]
  await inTransaction(stores.control, (tx) =>
    tellPerson(
      stores,
      {
        project: project.id,
        code: 'OWN_MATERIAL_ASSUMED',
        link: '/admin/collections/media',
        what: `Your own material for “${project.title}”: something was assumed.`,
        fix: 'Where it is wrong, send the file again with another role or name, and delete the entry that is wrong.',
        notices: told.map((what) => ({ code: 'OWN_MATERIAL_ASSUMED', line: 0, what })),
      },
      tx,
    ),
  )
}

const lookAt = async (
  { stores, providers, scratchDir }: Parts,
  { data, file }: StoredRawItem,
): Promise<string[] | { refused: string }> => {
  const { role, asset, media } = data as OwnData
  if (ownRoles[role].holds === 'picture') return []
  const document = await stores.library.findOne('media', { id: media })
  if (typeof document?.durationS === 'number') return []
  const name = file?.name ?? asset.name
  try {
    const path = stores.assets.pathOf(asset.name)
    const { durationS, notices } = await withScratch(scratchDir, (scratch) => {
      const at = { film: providers.film, scratch, signal: new AbortController().signal }
      return role === 'clips' ? lookAtClip(path, at) : lookAtSound(path, role === 'music' ? 'music' : 'voice', at)
    })
    await stores.library.update('media', { where: { id: media }, data: { durationS } })
    return notices.map((one) => `${name} ${one}`)
  } catch (error) {
    return { refused: `${name}: ${error instanceof Error ? error.message : String(error)}` }
  }
}

const cannotBeUsed = (refused: readonly string[]): StudioError =>
  new StudioError({
    code: 'OWN_MATERIAL_REFUSED',
    what: `${String(refused.length)} of the files you gathered cannot be used.`,
    why: `${refused.slice(0, 20).join('; ')}.`,
    fix: 'Delete these entries, and send other files in their place: nothing was started.',
    field: 'file',
  })
