import { knownProps, propIn } from '@/domain/prop/propNouns'
import { textPath } from '../type'
import { handsAt } from './propDrawings'

type Sheet = {
  x: number
  y: number
  width: number
  height: number
  size: number
  colour: string
  slant: number
  ground: string
}

const ink = '@2c3150'
/** Where the words stand on a thing that is laid before the lens, in its box of 100; `ground` replaces its drawing. */
const sheets: Partial<Record<string, Sheet>> = {
  letter: {
    x: 14, y: 16, width: 72, height: 66, size: 13, colour: ink, slant: -9,
    ground: '<path d="M4 10L94 5L98 88L7 95Z" fill="@f6eedb"/><path d="M5.500 36L95.500 32L96.500 58L6 62Z" fill="@ede2c8"/><path d="M7 95L98 88L97.800 85L6.800 92Z" fill="@c9b994"/>',
  },
  book: {
    x: 14, y: 20, width: 72, height: 62, size: 9, colour: '@3a3230', slant: 0,
    ground: '<path d="M2 10H98V94H2Z" fill="@6a222c"/><path d="M5 7H95V90H5Z" fill="@f4ead2"/><path d="M5 7H9V90H5Z" fill="@d8c9a8"/>',
  },
  newspaper: {
    x: 10, y: 22, width: 80, height: 26, size: 12, colour: '@2a2828', slant: 0,
    ground: '<path d="M4 6H96V96H4Z" fill="@ebe5d6"/><path d="M10 12H90" stroke="@3c3a3a" stroke-width="3"/><path d="M10 58H46M10 65H46M10 72H46M10 79H46M10 86H40" stroke="@8e887a" stroke-width="2.6"/><path d="M54 56H90V90H54Z" fill="@9aa3a4"/><path d="M54 80L66 66L78 76L90 62V90H54Z" fill="@6f7a7c"/>',
  },
  ticket: { x: 13, y: 37, width: 56, height: 26, size: 9, colour: '@5a3a28', slant: 0, ground: '<path d="M4 26H96V40A10 10 0 0 0 96 60V74H4V60A10 10 0 0 0 4 40Z" fill="@e9d3a0"/><path d="M72 28V72" stroke="@a8813f" stroke-width="1.6"/><path d="M14 33H66M14 67H66" stroke="@b8323a" stroke-width="2"/><path d="M78 36H81V64H78ZM83 36H84.500V64H83ZM86 36H90V64H86Z" fill="@5a4330"/>' },
  mobile: { x: 32, y: 24, width: 36, height: 52, size: 6, colour: '@1d3040', slant: 0, ground: '' },
  photo: { x: 18, y: 76, width: 64, height: 14, size: 7, colour: ink, slant: -9, ground: '' },
  map: { x: 12, y: 68, width: 60, height: 12, size: 7, colour: '@5a3a28', slant: -9, ground: '' },
} // prettier-ignore

/** The drawing of a thing with what is to be read on it: words on paper, the hour on a dial. As it was when nothing is. */
export const writtenOn = (noun: string, svg: string, words: string): string => {
  if (words === '') return svg
  const known = knownProps.find((one) => one === noun) ?? propIn(`the ${noun}`)[0]?.noun ?? ''
  if (known === 'clock' || known === 'watch') return handsAt(svg, words)
  const sheet = sheets[known]
  return sheet ? (sheet.ground || svg) + lettered(words, sheet) : svg
}

const lettered = (words: string, { x, y, width, height, size, colour, slant }: Sheet): string => {
  const { lines, letter } = fitted(words, { width, height, size })
  const rows = lines.map((line, i) => {
    const { d, width: wide } = textPath({ text: line, size: letter, weight: slant ? 400 : 600, maxWidth: width })
    const left = slant ? x : x + (width - wide) / 2
    const top = y + (height - lines.length * letter * 1.3) / 2 + letter * (0.95 + i * 1.3)
    return `<path d="${d}" fill="${colour}" transform="translate(${left.toFixed(2)} ${top.toFixed(2)})${slant ? ` rotate(-3) skewX(${String(slant)})` : ''}"/>`
  })
  return rows.join('')
}

/** Whole words on as few lines as fit; smaller letters until all do. */
const fitted = (words: string, box: { width: number; height: number; size: number }) => {
  for (let letter = box.size; ; letter *= 0.9) {
    const lines: string[] = []
    for (const word of words.split(/\s+/)) {
      const longer = lines.length > 0 ? `${lines.at(-1) ?? ''} ${word}` : word
      const fits = lines.length > 0 && textPath({ text: longer, size: letter }).width <= box.width
      if (fits) lines[lines.length - 1] = longer
      else lines.push(word)
    }
    if (lines.length * letter * 1.3 <= box.height || letter < 3) return { lines, letter }
  }
}
