import { mkdir } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { OpenStudio } from '@/studio/openStudio'
import type { MadeStills } from './makeFilm'
import { placeFile } from './writeWhole'

type Writing = { studio: Pick<OpenStudio, 'desk'>; made: MadeStills; out: string; startedAt: number }
type Written = MadeStills & { out: string; files: string[]; wallS: number }

/** Puts the pictures of a film that rests into `stills/` of its folder, named after their clips. */
export const writeStills = async ({ studio, made, out, startedAt }: Writing): Promise<Written> => {
  const folder = join(out, 'stills')
  await mkdir(folder, { recursive: true })
  const files: string[] = []
  for (const { clipName, asset } of made.stills) {
    const file = join(folder, `${basename(clipName)}${extname(asset.name)}`)
    await placeFile(studio.desk.pathOf(asset.name), file)
    files.push(file)
  }
  return { ...made, out, files, wallS: Math.round((Date.now() - startedAt) / 10) / 100 }
}

/** Names the pictures, and how the film goes on. */
export const reportStills = (
  { project, out, files, wallS, spent }: Written,
  { json, say }: { json: boolean; say: (line: string) => void },
): void => {
  const result = {
    slug: project.slug, out, film: null, manifest: null, scenes: files.length, durationS: 0, wallS,
    spentNanodollars: spent.nanodollars, stills: files,
  } // prettier-ignore
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${join(out, 'stills')}\n`)
  say(
    `${String(files.length)} pictures wait for you. The same command without --until stills goes on with exactly these.`,
  )
}
