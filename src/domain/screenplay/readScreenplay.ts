import { StudioError } from '@/domain/errors/StudioError'
import { limits } from '@/domain/limits'
import { composeFountain } from './composeFountain'
import { decodeText } from './decodeText'
import { parseFountain } from './fountain'
import { fromMarkdown } from './fromMarkdown'
import { fromPlainText } from './fromPlainText'
import { outlineScenes } from './outlineScenes'
import type { Notice, Screenplay, ScreenplayElement } from './screenplay'

/**
 * A screenplay file as read. `format` says how it was read: a .txt with scene headings is 'fountain'. `fountain` is the
 * screenplay as Fountain text: the file's own text when it is Fountain, else composed from the elements. `notices` are
 * all there are, those of the screenplay among them.
 */
export type ReadScreenplay = {
  screenplay: Screenplay
  format: 'fountain' | 'markdown' | 'text'
  notices: Notice[]
  fountain: string
}

/**
 * Reads a screenplay file by its name: .md and .markdown as Markdown, .txt and .text as plain text, all else as
 * Fountain. Fails, all with retry 'never': SCREENPLAY_TOO_LARGE, SCREENPLAY_EMPTY, SCREENPLAY_NOT_TEXT.
 */
export const readScreenplay = ({ bytes, fileName }: { bytes: Uint8Array; fileName: string }): ReadScreenplay => {
  refuseTooLarge(bytes.length, fileName)
  const { text, notices } = decodeText(bytes, fileName)
  if (text.replace(/[\s\p{Cf}\p{Cc}]+/gu, '') === '') throw empty(fileName)
  const { screenplay: read, format } = parse(text, fileName)
  const told = contentNotices(read.elements)
  const isOutline = format !== 'fountain' && told.some(({ code }) => code === 'SCREENPLAY_OUTLINE')
  const screenplay = isOutline ? { ...read, ...outlineOf(read, format) } : read
  const all = [...notices, ...screenplay.notices, ...told]
  const fountain = format === 'fountain' ? text : composeFountain(screenplay)
  return { screenplay: { ...screenplay, notices: all }, format, notices: all, fountain }
}

const parse = (text: string, fileName: string): Pick<ReadScreenplay, 'screenplay' | 'format'> => {
  const extension = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (['md', 'markdown', 'mdown', 'mkd'].includes(extension)) {
    return { screenplay: fromMarkdown(text), format: 'markdown' }
  }
  if (!['txt', 'text'].includes(extension)) return { screenplay: parseFountain(text), format: 'fountain' }
  const { screenplay, as } = fromPlainText(text)
  return { screenplay, format: as === 'fountain' ? 'fountain' : 'text' }
}

/** An outline with the places it names, and the name it gives itself at the top. */
const outlineOf = (
  { titlePage, elements }: Screenplay,
  format: ReadScreenplay['format'],
): Pick<Screenplay, 'titlePage' | 'elements'> => {
  const [first] = elements
  const named = format === 'markdown' && titlePage.length === 0 && first?.type === 'section' && first.depth === 1
  return {
    titlePage: named ? [{ key: 'Title', values: [first.text] }] : titlePage,
    elements: outlineScenes(elements),
  }
}

const contentNotices = (elements: ScreenplayElement[]): Notice[] => {
  const count = (...types: ScreenplayElement['type'][]) => elements.filter(({ type }) => types.includes(type)).length
  const paragraphs = count('action')
  if (count('scene_heading', 'character', 'dialogue', 'lyrics') > 0) return []
  if (paragraphs === 0) {
    const what = 'The file holds no scene, no action and no dialogue: there is nothing to film in it.'
    return [{ code: 'SCREENPLAY_NOTHING_TO_FILM', line: 1, what }]
  }
  const outline = paragraphs === 1 ? '1 paragraph' : `${String(paragraphs)} paragraphs`
  const what = `No scene headings and no dialogue were found; the film is an outline of ${outline}.`
  return [{ code: 'SCREENPLAY_OUTLINE', line: 1, what }]
}

const refuseTooLarge = (size: number, fileName: string): void => {
  if (size <= limits.screenplayBytesMax) return
  const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1)
  throw new StudioError({
    code: 'SCREENPLAY_TOO_LARGE',
    what: `“${fileName}” is too large to be one screenplay.`,
    why: `It has ${megabytes(size)} MB; at most ${megabytes(limits.screenplayBytesMax)} MB are read, which is about ten thousand pages.`,
    fix: 'Split it into several files, for example one for each act or episode, and make a film of each.',
    retry: 'never',
  })
}

const empty = (fileName: string) =>
  new StudioError({
    code: 'SCREENPLAY_EMPTY',
    what: `“${fileName}” is empty.`,
    why: 'It holds no letters, only white space or nothing at all.',
    fix: 'Write at least one scene heading and one line of action into it, or choose another file.',
    retry: 'never',
  })
