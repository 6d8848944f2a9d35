import { join } from 'node:path'
import { handoffWishIn } from '@/domain/handoff/handoffWish'
import { writeZip } from '@/stores/zip/writeZip'
import { defineStep, type StepContext } from '../defineStep'
import { mediaDocument } from '@/stores/mediaDocument'
import { gift } from '../readDeclared'
import type { HandoffFile } from './writeHandoff'

/** Puts the files into one ZIP where that was asked for, and into the library, where they are downloaded from. */
export const packHandoff = defineStep({
  id: 'handoff.pack',
  says: 'Make them ready for download',
  version: 1,
  slot: 'cpu',
  seconds: 0.5,
  reads: { from: ['handoff.write'] },
  run: async (values, context) => {
    const { stores, project, input } = context
    const { files } = gift(values, 'handoff.write') as { files: HandoffFile[] }
    const handed = handoffWishIn(input).zip ? [await zipped(context, files)] : files
    return {
      gives: { handed },
      files: handed.map(({ asset }) => asset.name),
      write: async (tx) => {
        for (const { path, asset, kind } of handed)
          await mediaDocument(stores, { project: project.id, asset, kind, alt: `${project.title}: ${path}` }, tx)
      },
    }
  },
})

const zipped = async (
  { stores, project, scratch, signal }: StepContext,
  files: readonly HandoffFile[],
): Promise<HandoffFile> => {
  const path = `${project.slug}.zip`
  const to = join(scratch, path)
  const entries = files.map((one) => ({
    path: `${project.slug}/${one.path}`,
    file: stores.assets.pathOf(one.asset.name),
  }))
  await writeZip(to, entries, signal)
  return { path, asset: await stores.assets.keep(to, project.id), kind: 'export' }
}
