import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'
import type { FilmAsCut } from '@/domain/film/filmAsCut'
import type { Asset } from '@/domain/generation/generationKey'
import { handoffFiles } from '@/domain/handoff/handoffFiles'
import { handoffWishIn } from '@/domain/handoff/handoffWish'
import type { Timeline, TimelineMedia } from '@/domain/timeline/timeline'
import { timelineOf } from '@/domain/timeline/timelineOf'
import { defineStep, type StepContext } from '../defineStep'

/** A file of a hand-off: where it lies in it, what it is. */
export type HandoffFile = { path: string; asset: Pick<Asset, 'name' | 'sha256' | 'mime' | 'bytes'>; kind: string }

/** Writes the files of the formats that were asked for; clips and stems are the film's own. Fails: FILM_NOT_ASSEMBLED, HANDOFF_FILE_GONE. */
export const writeHandoff = defineStep({
  id: 'handoff.write',
  says: 'Write the files for editing programs',
  version: 1,
  slot: 'free',
  seconds: 0.3,
  reads: { title: true, screenplay: true, film: true },
  run: async ({ title = '', screenplay, film }, context) => {
    if (!film) throw notAssembled(title)
    const { project, stores, scratch, input } = context
    const wish = handoffWishIn(input)
    const timeline = timelineOf({ slug: project.slug, title }, film as FilmAsCut)
    const files: HandoffFile[] = []
    for (const { path, text } of handoffFiles(wish.formats, { timeline, screenplay: screenplay.text })) {
      const file = join(scratch, path)
      await writeFile(file, text)
      files.push({ path, asset: await stores.assets.keep(file, project.id), kind: 'export' })
    }
    const media = [...(wish.clips ? clipsOf(timeline) : []), ...(wish.stems ? stemsOf(timeline) : [])]
    refuseGone(context, media)
    return { gives: { files: [...files, ...media] }, files: [...files, ...media].map(({ asset }) => asset.name) }
  },
})

const fileOf = ({ path, ...asset }: TimelineMedia, kind: string): HandoffFile => ({ path, asset, kind })
const clipsOf = ({ clips }: Timeline): HandoffFile[] => clips.map(({ media }) => fileOf(media, 'clip'))
const stemsOf = ({ sound }: Timeline): HandoffFile[] =>
  sound.stems.map(({ stem, media }) => fileOf(media, stem === 'effects' ? 'effect' : stem))

const refuseGone = ({ stores }: StepContext, files: readonly HandoffFile[]): void => {
  const gone = files.filter(({ asset }) => !stores.assets.has(asset.name))
  if (gone.length === 0) return
  throw new StudioError({
    code: 'HANDOFF_FILE_GONE',
    what: `${String(gone.length)} files of the film are gone, “${gone[0]?.path ?? ''}” for one.`,
    why: 'They were removed from the media folder since the film was cut.',
    fix: 'Assemble the film again: what is missing is made anew.',
    retry: 'afterFix',
  })
}

const notAssembled = (title: string) =>
  new StudioError({
    code: 'FILM_NOT_ASSEMBLED',
    what: `“${title}” has no film yet.`,
    why: 'It was not assembled, and hand-off files are written from the film.',
    fix: 'Assemble it first.',
  })
