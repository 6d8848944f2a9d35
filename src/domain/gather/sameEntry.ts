import { canonical } from '../canonical'
import type { RawItem } from './rawItem'

/**
 * The text that names an entry: two with the same one are the same entry, whoever sends it and when. What comes from a
 * file is named by the file's content and the place in it; what was typed by its words.
 */
export const sameEntryText = ({ kind, title, text, data, file, place }: RawItem): string =>
  file
    ? canonical({ kind, sha256: file.sha256, place, role: data.role, for: data.for ?? data.subject })
    : canonical({ kind, title, text, data })
