import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { docxText } from '@/domain/laidOut/docxText'
import { screenplayOfPages } from '@/domain/laidOut/screenplayOfPages'
import { textOfPages } from '@/domain/laidOut/textOfPages'
import { composeFountain } from '@/domain/screenplay/composeFountain'
import { withoutEmphasis } from '@/domain/screenplay/emphasis'
import { parseFountain } from '@/domain/screenplay/fountain'
import type { ScreenplayElement } from '@/domain/screenplay/screenplay'
import { readDocx } from '@/providers/reading/readDocx'
import { readPdf } from '@/providers/reading/readPdf'
import { bombPdf, docx, loopingPdfs, screenplayPdf, zipOf } from './documents'

const kinds = ['scene_heading', 'action', 'character', 'parenthetical', 'dialogue', 'transition']
/** What a printed page says of a screenplay: words without emphasis, lines run on. */
const printed = (elements: readonly ScreenplayElement[]) =>
  elements
    .filter(({ type, dual }) => kinds.includes(type) && dual === undefined)
    .map(({ type, text, extension, sceneNumber }) => ({
      type, text: withoutEmphasis(text).replace(/\s+/g, ' ').replace(/[^\x20-\x7e]/g, '-'),
      ...(extension === undefined ? {} : { extension }), ...(sceneNumber === undefined ? {} : { sceneNumber }),
    })) // prettier-ignore
const pagesOf = async (bytes: Buffer) => {
  const read = await readPdf(bytes)
  if ('refused' in read) throw new Error(read.refused)
  return read.pages
}

describe('a PDF', { timeout: 90_000 }, () => {
  it.each(['tests/screenplays/night-rain.fountain', 'tests/screenplays/salt-and-tide.fountain'])(
    'of %s gives the screenplay back: headings, action, names, speech over pages, numbers, the title page',
    async (file) => {
      const elements = printed(parseFountain(readFileSync(file, 'utf8')).elements) as ScreenplayElement[]
      let count = 0
      for (const one of elements) if (one.type === 'scene_heading') one.sceneNumber = String(++count)
      const pages = await pagesOf(await screenplayPdf(elements))
      const read = screenplayOfPages(pages)
      expect(read?.titlePage).toEqual([
        { key: 'Title', values: ['NIGHT RAIN'] }, { key: 'Credit', values: ['written by'] },
        { key: 'Author', values: ['Mara Voss'] }, { key: 'Contact', values: ['Cliff Road 1'] },
      ]) // prettier-ignore
      expect(printed(read?.elements ?? [])).toEqual(elements)
      expect(composeFountain(read!)).not.toMatch(/CONTINUED|\(MORE\)/)
    },
  )

  it('of prose gives its paragraphs', async () => {
    const text = 'Ida hangs a lamp in the window. '.repeat(5).trim()
    const elements = [text, text, 'The end.'].map((one, line) => ({ type: 'action' as const, text: one, line }))
    const pages = await pagesOf(await screenplayPdf(elements))
    expect(screenplayOfPages(pages)).toBeNull()
    expect(textOfPages(pages.slice(1))).toBe(`${text}\n\n${text}\n\nThe end.\n`)
  })

  it('that loops, unpacks without end, is broken or holds no text is refused in time, and others are read meanwhile', async () => {
    const began = performance.now()
    const good = screenplayPdf([{ type: 'scene_heading', text: 'INT. HALL - DAY', line: 1 }, { type: 'action', text: 'They wait.', line: 2 }]) // prettier-ignore
    const bad = [...loopingPdfs(), bombPdf(200), Buffer.from('%PDF-1.4\nnothing'), Buffer.from('no PDF at all'), Buffer.alloc(0)] // prettier-ignore
    const answers = await Promise.all([...bad.map(readPdf), readPdf(await good)])
    expect(answers[1]).toHaveProperty('pages') // a drawing that draws itself: its words are read once
    answers.splice(1, 1)
    for (const [i, answer] of answers.slice(0, -1).entries())
      expect('refused' in answer ? answer.refused : '', `bad file ${String(i)}`).toMatch(/^It .*\.$/s)
    expect(answers.at(-1)).toHaveProperty('pages')
    expect(performance.now() - began).toBeLessThan(80_000)
  })
})

describe('a Word document', { timeout: 60_000 }, () => {
  const script = [
    { text: 'INT. KITCHEN - NIGHT', style: 'Scene Heading' },
    { text: 'Rain on the glass.', style: 'Action' },
    { text: 'MARA (V.O.)', style: 'Character', indent: 158 },
    { text: '(low)', style: 'Parenthetical', indent: 115 },
    { text: 'Say that again & again.', style: 'Dialogue', indent: 72 },
    { text: 'She waits.', style: 'Action' },
  ]
  const textOf = async (bytes: Buffer) => {
    const read = await readDocx(bytes)
    if ('refused' in read) throw new Error(read.refused)
    return docxText(read.paragraphs)
  }
  const fountain =
    'INT. KITCHEN - NIGHT\n\nRain on the glass.\n\nMARA (V.O.)\n(low)\nSay that again & again.\n\nShe waits.\n'

  it('gives its screenplay by its styles, else by its indents, else as it is typed', async () => {
    expect(await textOf(await docx(script))).toEqual({ text: fountain, as: 'fountain' })
    expect(await textOf(await docx(script.map(({ style: _, ...rest }) => rest)))).toEqual({ text: fountain, as: 'fountain' }) // prettier-ignore
    const typed = await textOf(await docx(script.map(({ text }) => ({ text }))))
    expect(typed.as).toBe('txt')
    expect(parseFountain(typed.text).elements.map(({ type }) => type)).toEqual(['scene_heading', 'action', 'character', 'parenthetical', 'dialogue', 'action']) // prettier-ignore
  })

  it('with headings of its own is notes', async () => {
    const notes = [{ text: 'People', style: 'heading 1' }, { text: 'IDA, thirty, a lamp maker.' }]
    expect(await textOf(await docx(notes))).toEqual({ text: '\n# People\n\nIDA, thirty, a lamp maker.\n', as: 'md' })
  })

  it('that is a bomb, declares entities, is no archive or holds nothing is refused', async () => {
    const bomb = await docx(script, { more: { 'word/media/a.xml': Buffer.alloc(200_000_000) } })
    expect(bomb.length).toBeLessThan(1_000_000)
    const lying = Buffer.from(await docx(script, { more: { 'word/media/b.bin': Buffer.alloc(40_000_000) } }))
    for (let at = lying.indexOf(Buffer.from([0x00, 0x5a, 0x62, 0x02])); at >= 0; at = lying.indexOf(Buffer.from([0x00, 0x5a, 0x62, 0x02]), at)) lying.writeUInt32LE(10, at) // prettier-ignore
    const bad = {
      bomb,
      lying,
      laughs: await docx(script, { prolog: '<!DOCTYPE lolz [<!ENTITY a "ha">]>' }),
      'no archive': Buffer.from('PK\u0003\u0004 nothing'),
      'no document': await zipOf({ 'hello.txt': Buffer.from('hello') }),
      empty: await docx([{ text: ' ' }]),
    }
    for (const [name, bytes] of Object.entries(bad)) {
      const answer = await readDocx(bytes)
      expect('refused' in answer ? answer.refused : '', name).toMatch(/^It.*\.$/s)
    }
  })
})
