import { copyFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Asset } from '@/domain/generation/generationKey'
import type { StepContext } from '../defineStep'
import { referenceGone } from './readOneOff'

const asContent = /^[0-9a-f]{64}\./

/**
 * A picture of the library as a file requests can name by its content: what the studio made is one already, what
 * somebody uploaded under a name of its own is kept once more by its content. Fails: REFERENCE_MISSING.
 */
export const referenceAsset = async ({ stores, project, scratch }: StepContext, file: Asset): Promise<Asset> => {
  const known = asContent.test(file.name) ? await stores.assets.find(file.sha256) : null
  if (known) return known
  if (!(await stores.assets.present([file.name])))
    throw referenceGone(
      'Its file is not in the media folder of this machine.',
      'Put it back, or choose another picture.',
    )
  const copy = join(scratch, `reference${extname(file.name).toLowerCase()}`)
  await copyFile(stores.assets.pathOf(file.name), copy)
  return stores.assets.keep(copy, project.id)
}
