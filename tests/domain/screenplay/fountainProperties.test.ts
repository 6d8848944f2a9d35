import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeFountain } from '@/domain/screenplay/composeFountain'
import { withoutEmphasis } from '@/domain/screenplay/emphasis'
import { parseFountain } from '@/domain/screenplay/fountain'
import { fromMarkdown } from '@/domain/screenplay/fromMarkdown'
import { fromPlainText } from '@/domain/screenplay/fromPlainText'
import { parseHeading } from '@/domain/screenplay/heading'
import { printFountain } from '@/domain/screenplay/printFountain'
import { elementTypes, type Screenplay } from '@/domain/screenplay/screenplay'

const marks = [
  '\n', '\n', '\n\n', '\r\n', '\r', '  \n', '\t', ' ', '/*', '*/', '[[', ']]', '[', ']', '(', ')', '()', '@', '!', '~', '>', '<',
  '#', '##', '#1#', '=', '===', '.', '..', '^', ' ^', '*', '**', '_', '\\', ':', '-', ' - ', 'INT.', 'INT. A - DAY', 'EXT ', 'TO:',
  'CUT TO:', 'FADE IN:', 'Title: ', 'Key:', 'MARA', 'MARA (V.O.)', 'JO', 'hello', 'É', 'ß', '美', '\u202E', '\uFEFF', '\u2028',
  '\0', '\uD800', '😀', '```', '---', '<!--', '-->', '- ', '> ', '**MARA:** hi', 'Mara: hi',
] // prettier-ignore
const hostile = fc.array(fc.constantFrom(...marks), { maxLength: 40 }).map((parts) => parts.join(''))
const anyText = fc.oneof(hostile, hostile, fc.string({ unit: 'binary', maxLength: 200 }))
const runs = { numRuns: 1000 }

const countLines = (text: string): number => text.split(/\r\n?|\n/).length

const holdsTogether = ({ elements, notices, titlePage, source }: Screenplay): void => {
  const lines = countLines(source)
  for (const { line } of [...elements, ...notices]) {
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(lines)
  }
  for (const { type } of elements) expect(elementTypes).toContain(type)
  for (const { key } of titlePage) expect(key).not.toBe('')
}

/** What a reader of the elements sees; stray marks count as the pried ones that composing makes of them. */
const seen = ({ titlePage, elements }: Screenplay): string =>
  JSON.stringify([titlePage, elements.map((element) => ({ ...element, line: 0 }))], (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(/\[(?=\[)/g, '[ ').replaceAll('/*', '/ *') : value,
  )

describe('any text at all', () => {
  it('is read as Fountain without failing, and printed back byte for byte', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const screenplay = parseFountain(source)
        holdsTogether(screenplay)
        expect(printFountain(screenplay)).toBe(source)
      }),
      runs,
    )
  })

  it('says the same when it is composed from its elements and read again', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const once = parseFountain(source)
        expect(seen(parseFountain(composeFountain(once)))).toBe(seen(once))
      }),
      runs,
    )
  })

  it('loses no word: every letter of the text is in an element or on the title page', () => {
    const letters = (text: string): string =>
      Array.from(text.matchAll(/\p{L}/gu), ([letter]) => letter)
        .sort()
        .join('')
    fc.assert(
      fc.property(anyText, (source) => {
        const { titlePage, elements } = parseFountain(source)
        const kept = [
          ...titlePage.flatMap(({ key, values }) => [key, ...values]),
          ...elements.flatMap(({ text, extension, sceneNumber }) => [text, extension ?? '', sceneNumber ?? '']),
        ]
        expect(letters(kept.join(''))).toBe(letters(source))
      }),
      runs,
    )
  })

  it('is read as Markdown and as plain text without failing', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        for (const screenplay of [fromMarkdown(source), fromPlainText(source).screenplay]) {
          holdsTogether(screenplay)
          expect(printFountain(screenplay)).toBe(source)
          composeFountain(screenplay)
        }
        parseHeading(source)
        withoutEmphasis(source)
      }),
      runs,
    )
  })
})

describe('time', () => {
  const hostileSeeds = [
    '/*', '[[', '[[a]]', '/**/', '(', '(a)', '> ', '[[\n', 'A\n', '(\n', '@x(a)', '#', '=', '~\n', ' ', '\t', '*', '_a ', 'a:',
    '- ', '```\n', '<!--\n', '[a](', 'A: b\n', '\r', 'A ^\nb\n\n', '^', ')', 'A\nb\n  \n', 'Title: x\n', 'A(a\n', '| ', '---\n',
  ] // prettier-ignore
  const everything = (source: string): void => {
    composeFountain(parseFountain(source))
    fromMarkdown(source)
    fromPlainText(source)
    withoutEmphasis(source)
    parseHeading(source)
  }
  /** Milliseconds of processor time, which a busy machine stretches less than the clock. */
  const timed = (source: string): number => {
    const began = process.cpuUsage()
    everything(source)
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1000
  }

  it.each(hostileSeeds)('grows with the text, not with its square: %j', (seed) => {
    const text = (length: number) => `JO\n${seed.repeat(Math.ceil(length / seed.length))}`
    timed(text(10_000))
    const small = Math.min(timed(text(10_000)), timed(text(10_000)))
    // Ten times the text; a square would take a hundred times as long, every time it is tried.
    const isInStep = (): boolean => timed(text(100_000)) < 30 * small + 250
    expect(isInStep() || isInStep() || isInStep()).toBe(true)
  })
})
