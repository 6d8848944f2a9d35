import { withoutEmphasis } from '@/domain/screenplay/emphasis'
import { parseFountain } from '@/domain/screenplay/fountain'
import type { Notice, Screenplay } from '@/domain/screenplay/screenplay'

/** Words over the picture of the first or the last scene: one large line, and one small below it ('' when none). */
export type TitleCard = { at: 'opening' | 'end'; large: string; small: string }
export type TitleCards = { opening: TitleCard; end: TitleCard }

/** No title page is longer. */
const longest = 4000

/** What the title page of a screenplay text puts over the first and the last picture; null when it names no title. */
export const titleCardsOf = (text: string): TitleCards | null =>
  cardsFrom(parseFountain(text.slice(0, longest)).titlePage)

/** Letters of the title that none of our fonts has: they are left out of the picture. */
export const titleNotices = ({ titlePage }: Pick<Screenplay, 'titlePage'>): Notice[] => {
  const cards = cardsFrom(titlePage)
  const missing = [...new Set(`${cards?.opening.large ?? ''}${cards?.opening.small ?? ''}`.match(undrawn) ?? [])]
  if (missing.length === 0) return []
  const what = `The title over the first scene leaves out ${missing.slice(0, 12).join(' ')}: no font of the studio has ${missing.length === 1 ? 'this letter' : 'these letters'}.`
  return [{ code: 'TITLE_LETTERS_MISSING', line: 1, what }]
}

/** Everything but Latin and Cyrillic letters, marks that stand alone, numbers and signs. */
const undrawn = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{N}\p{P}\p{S}\p{Z}\p{Cf}\p{M}\s]/gu

const cardsFrom = (titlePage: Screenplay['titlePage']): TitleCards | null => {
  const entry = (...keys: string[]): string =>
    withoutEmphasis(titlePage.find(({ key }) => keys.includes(key.toLowerCase()))?.values.join(' ') ?? '')
      .replace(/\s+/g, ' ')
      .trim()
  const title = entry('title', 'titel', 'titre', 'título')
  if (title === '') return null
  const author = entry('author', 'authors', 'writer', 'writers', 'written by', 'autor', 'autorin', 'auteur')
  const spoken = words[entry('language', 'lang').slice(0, 2).toLowerCase()] ?? english
  const small = author === '' ? '' : creditLine(entry('credit') || spoken.by, author)
  return {
    opening: { at: 'opening', large: title, small },
    end: { at: 'end', large: spoken.end, small: author || title },
  }
}

/** "written by Ann"; what does not lead up to a name stands beside it: "A short film · Ann". */
const creditLine = (credit: string, author: string): string =>
  /(?:^|\s)(?:by|von|par|por|da|di|door|af|av)$/i.test(credit) ? `${credit} ${author}` : `${credit} · ${author}`

type Spoken = { by: string; end: string }
const english: Spoken = { by: 'written by', end: 'The End' }
const words: Partial<Record<string, Spoken>> = {
  de: { by: 'von', end: 'Ende' },
  fr: { by: 'écrit par', end: 'Fin' },
  es: { by: 'escrito por', end: 'Fin' },
  it: { by: 'scritto da', end: 'Fine' },
  pt: { by: 'escrito por', end: 'Fim' },
  nl: { by: 'geschreven door', end: 'Einde' },
}
