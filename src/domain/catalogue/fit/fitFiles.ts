import { limits } from '../../limits'
import { fileMark, type FileIn, type PictureWish } from '../wish'
import type { Entry, Fitting, Notes } from './fit'

/** What the studio itself sends at most, where a source does not say how many pictures a model takes. */
const filesMostUnstated = limits.compositeReferencesMax + 1

/** Notes what is wrong with a file that goes in: its type, its sides. */
export const checkFile = (file: FileIn, at: string, { model, notes }: Fitting): void => {
  const type = model.fields.images?.takes ?? 'image'
  if (!file.mime.startsWith(`${type}/`)) {
    notes.faults.push(`${at}: ${file.mime} is no ${type === 'image' ? 'picture' : 'clip'}`)
    return
  }
  const { sideLeast, sideMost } = model.limits
  const sides = [file.width, file.height].filter((side) => side !== undefined)
  if (sideLeast !== null && sides.some((side) => side < sideLeast))
    notes.faults.push(`${at}: ${sides.join(' × ')} pixels, each side must have ${sideLeast} at least`)
  if (sideMost !== null && sides.some((side) => side > sideMost))
    notes.faults.push(`${at}: ${sides.join(' × ')} pixels, each side may have ${sideMost} at most`)
}

/** The picture to change and its references, by rank: what a model has no room for is left out from the end. */
export const fitReferences = (wish: Pick<PictureWish, 'base' | 'references'>, fitting: Fitting): Entry[] => {
  const { model, notes } = fitting
  const { images } = model.fields
  if (wish.base) {
    if (images === null) notes.faults.push('base: it makes pictures from words only, it changes none')
    checkFile(wish.base, 'base', fitting)
  }
  const kept = wish.references.slice(0, Math.max(0, roomOf(images) - (wish.base ? 1 : 0)))
  noteLeft(wish.references, { kept: kept.length, notes })
  for (const { name, file } of kept) checkFile(file, `reference ${name}`, fitting)
  const files = [...(wish.base ? [wish.base] : []), ...kept.map(({ file }) => file)]
  if (images?.required && files.length === 0) notes.faults.push('reference: it works on a picture, and none is given')
  return filesEntry(files, fitting)
}

const roomOf = (images: Fitting['model']['fields']['images']): number => {
  if (images === null) return 0
  return images.list ? (images.most ?? filesMostUnstated) : 1
}

const noteLeft = (references: PictureWish['references'], { kept, notes }: { kept: number; notes: Notes }): void => {
  const left = references.slice(kept).map(({ name }) => name)
  if (left.length > 0)
    notes.adjustments.push(`${left.length} of ${references.length} references left out: ${left.join(', ')}`)
}

/** Files as the field takes them: one, or a list. */
export const filesEntry = (files: readonly FileIn[], { model }: Fitting): Entry[] => {
  const { images } = model.fields
  const [first] = files
  if (images === null || first === undefined) return []
  return [[images.field, images.list ? files.map(({ sha256 }) => fileMark(sha256)) : fileMark(first.sha256)]]
}

/** The stills a clip begins and ends with. */
export const fitEnds = (wish: { start: FileIn | null; end: FileIn | null }, fitting: Fitting): Entry[] => [
  ...fitStart(wish.start, fitting),
  ...fitEnd(wish.end, fitting),
]

const fitStart = (start: FileIn | null, fitting: Fitting): Entry[] => {
  const { images } = fitting.model.fields
  if (start && images === null) fitting.notes.faults.push('start: it makes clips from words only')
  if (!start && images?.required) fitting.notes.faults.push('start: it needs a picture to begin with')
  if (!start) return []
  checkFile(start, 'start', fitting)
  return filesEntry([start], fitting)
}

const fitEnd = (end: FileIn | null, fitting: Fitting): Entry[] => {
  const { endImage } = fitting.model.fields
  if (!end && endImage?.required) fitting.notes.faults.push('end: it needs a picture to end with')
  if (end && !endImage) fitting.notes.adjustments.push('the last picture is left out: it takes none')
  if (!end || !endImage) return []
  checkFile(end, 'end', fitting)
  return [[endImage.field, fileMark(end.sha256)]]
}
