import type { NoticeBook } from './noticeBook'

/**
 * Notes characters that are not seen but change what is read: control characters, marks that turn the direction of
 * writing, and the line ends U+0085, U+2028 and U+2029, which are white space here and end no line.
 */
export const noteOddCharacters = (source: string, notices: NoticeBook): void => {
  const first = /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u.exec(source)
  if (!first) return
  const count = source.match(/(?![\t\n\r])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu)?.length ?? 0
  const code = (first[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const line = source.slice(0, first.index).split(/\r\n?|\n/).length
  notices.add({
    code: 'SCREENPLAY_ODD_CHARACTERS',
    line,
    what: `${String(count)} invisible control or direction ${count === 1 ? 'character stands' : 'characters stand'} in the text, the first is U+${code}; they were kept.`,
  })
}
