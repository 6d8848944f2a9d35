import { describe, expect, it } from 'vitest'
import { StudioError } from '@/domain/errors/StudioError'
import { parseFountain } from '@/domain/screenplay/fountain'
import { readScreenplay } from '@/domain/screenplay/readScreenplay'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string, fileName = 'film.fountain') => readScreenplay({ bytes: utf8(text), fileName })
const short = (text: string, fileName: string): string[] =>
  read(text, fileName).screenplay.elements.map(({ type, text: words, line }) => `${String(line)} ${type} ${words}`)

const refusal = (bytes: Uint8Array, fileName = 'film.fountain'): StudioError => {
  try {
    readScreenplay({ bytes, fileName })
  } catch (error) {
    if (error instanceof StudioError) return error
    throw error
  }
  throw new Error('it was not refused')
}
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !bigEndian)
  return new Uint8Array(view.buffer)
}

describe('a screenplay file', () => {
  it('keeps a Fountain file byte for byte', () => {
    const text = '\uFEFFTitle: A\r\n\r\nINT. A\r\n\r\nMARA\r\nHé.\r\n'
    const { format, fountain, screenplay } = read(text)
    expect({ format, fountain, source: screenplay.source }).toEqual({
      format: 'fountain',
      fountain: text,
      source: text,
    })
  })

  it.each([false, true])('reads UTF-16 with its mark (big end first: %s)', (bigEndian) => {
    const { screenplay } = readScreenplay({
      bytes: utf16('\uFEFFINT. KÜCHE\n\nRegen.', bigEndian),
      fileName: 'a.fountain',
    })
    expect(screenplay.elements.map(({ text }) => text)).toEqual(['INT. KÜCHE', 'Regen.'])
  })

  it('reads Windows-1252 and says so', () => {
    const { screenplay, notices } = readScreenplay({
      bytes: latin1('INT. K\xDCCHE\n\nEr sagt \x84ja\x93.'),
      fileName: 'a.txt',
    })
    expect(screenplay.elements.map(({ text }) => text)).toEqual(['INT. KÜCHE', 'Er sagt „ja“.'])
    expect(notices.map(({ code, line }) => [code, line])).toEqual([['SCREENPLAY_LATIN1', 1]])
  })

  it('keeps UTF-8 with one broken byte readable and says so', () => {
    const bytes = new Uint8Array([...utf8('äöüßäöüß '), 0xff, ...utf8(' mehr.')])
    expect(readScreenplay({ bytes, fileName: 'a.fountain' }).notices[0]?.code).toBe('SCREENPLAY_BROKEN_UTF8')
  })

  it('keeps a few control characters and direction marks, and notes them', () => {
    const { screenplay, notices } = read('MARA\nH\u0007i \u202Ethere.')
    expect(screenplay.elements[1]?.text).toBe('H\u0007i \u202Ethere.')
    expect(notices.map(({ code }) => code)).toEqual(['SCREENPLAY_ODD_CHARACTERS'])
  })

  it.each([
    ['nothing', utf8('')],
    ['white space', utf8(' \n\t\r\n ')],
    ['a byte order mark', utf8('\uFEFF')],
  ])('is refused when it holds only %s', (_name, bytes) => {
    expect(refusal(bytes)).toMatchObject({ code: 'SCREENPLAY_EMPTY', retry: 'never' })
  })

  it.each([
    ['a PNG picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], /picture/],
    ['a JPEG picture', [0xff, 0xd8, 0xff, 0xe0], /picture/],
    ['a PDF', [...utf8('%PDF-1.7\n')], /PDF/],
    ['a Word document', [0x50, 0x4b, 0x03, 0x04, 0x14], /Word/],
    ['rich text', [...utf8('{\\rtf1\\ansi hello}')], /rich text/],
    ['Final Draft', [...utf8('<?xml version="1.0"?>\n<FinalDraft DocumentType="Script">')], /Final Draft/],
    ['bytes of all kinds', Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256), /zero bytes/],
    ['control characters', Array.from({ length: 400 }, (_, at) => (at % 4 === 0 ? 1 : 65)), /control characters/],
    ['a zero byte', [65, 0, 66], /zero bytes/],
  ])('is refused when it is %s', (_name, bytes, why) => {
    const error = refusal(Uint8Array.from(bytes))
    expect(error).toMatchObject({ code: 'SCREENPLAY_NOT_TEXT', retry: 'never' })
    expect(error.why).toMatch(why)
    expect(error.fix).not.toBe('')
  })

  it('is refused beyond ten megabytes, with what to do', () => {
    const error = refusal(utf8('INT. A - DAY\n\nX.\n\n'.repeat(800_000)))
    expect(error).toMatchObject({ code: 'SCREENPLAY_TOO_LARGE', retry: 'never' })
    expect(error.fix).toMatch(/Split/)
  })

  it('may have no heading, or nothing but dialogue', () => {
    expect(read('MARA\nHi.\n\nTOM\nHo.').notices).toEqual([])
    expect(read('Rain falls.\n\nIt stops.').notices).toEqual([
      {
        code: 'SCREENPLAY_OUTLINE',
        line: 1,
        what: 'No scene headings and no dialogue were found; the film is an outline of 2 paragraphs.',
      },
    ])
    expect(read('[[only a note]]').notices.map(({ code }) => code)).toEqual(['SCREENPLAY_NOTHING_TO_FILM'])
  })
})

describe('a Markdown script', () => {
  it('gives headings, sections, speech, action and notes their place and line', () => {
    const text = [
      '---', 'title: "The Radio"', '---', '# Act one', '', '## INT. KITCHEN - NIGHT #3#', '', 'Rain [[heavy]] on *glass*.', '',
      '**MARA (V.O.):** (softly) Who is there?', '**TOM**: Me.', '', 'TOM', '(louder)', 'Open up.', '', '- He knocks.', '- Mara: waits.', '',
      '**MARA**', '', 'Never.', '', '> [The sea](http://sea.example) sleeps.', '', 'CUT TO:', '', '<!-- cut -->', '---', '```fountain',
      'TOM', 'Please.', '```', '', 'Note: no name.',
    ].join('\n') // prettier-ignore
    expect(short(text, 'a.md')).toEqual([
      '4 section Act one',
      '6 scene_heading INT. KITCHEN - NIGHT',
      '8 action Rain on *glass*.',
      '8 note heavy',
      '10 character MARA',
      '10 parenthetical softly',
      '10 dialogue Who is there?',
      '11 character TOM',
      '11 dialogue Me.',
      '13 character TOM',
      '14 parenthetical louder',
      '15 dialogue Open up.',
      '17 action He knocks.',
      '18 action Mara: waits.',
      '20 character MARA',
      '22 dialogue Never.',
      '24 action The sea sleeps.',
      '26 transition CUT TO:',
      '28 boneyard cut',
      '31 character TOM',
      '32 dialogue Please.',
      '35 action Note: no name.',
    ])
    const { screenplay, format, fountain } = read(text, 'a.md')
    expect({ format, titlePage: screenplay.titlePage }).toEqual({
      format: 'markdown',
      titlePage: [{ key: 'title', values: ['The Radio'] }],
    })
    const again = parseFountain(fountain).elements.map((element) => ({ ...element, line: 0 }))
    expect(again).toEqual(screenplay.elements.map((element) => ({ ...element, line: 0 })))
    expect(screenplay.elements[1]?.sceneNumber).toBe('3')
    expect(screenplay.elements[4]?.extension).toBe('V.O.')
  })

  it('knows names in small letters when they come back, and underlined headings', () => {
    expect(
      short('INT. A - DAY\n============\n\nMara: One.\nand more\n\nMara: Two.\n\nOnce: three.', 'a.markdown'),
    ).toEqual([
      '1 scene_heading INT. A - DAY',
      '4 character Mara',
      '4 dialogue One.\nand more',
      '7 character Mara',
      '7 dialogue Two.',
      '9 action Once: three.',
    ])
  })

  it('without heading or speech is an outline', () => {
    expect(read('# Idea\n\nA man waits.', 'a.md').notices.map(({ code }) => code)).toEqual(['SCREENPLAY_OUTLINE'])
  })
})

describe('a plain text', () => {
  it('with scene headings is Fountain', () => {
    expect(read('INT. A - DAY\n\nMARA\nHi.', 'a.txt').format).toBe('fountain')
  })

  it('with names and colons speaks', () => {
    expect(
      short('Title: Radio\n\nINT. A - DAY\nRain.\n\nMARA: Hi.\nTOM (whispers): Ho.\n\nThey wait.', 'a.txt'),
    ).toEqual([
      '3 scene_heading INT. A - DAY',
      '4 action Rain.',
      '6 character MARA',
      '6 dialogue Hi.',
      '7 character TOM',
      '7 parenthetical whispers',
      '7 dialogue Ho.',
      '9 action They wait.',
    ])
  })

  it('of prose is an outline of its paragraphs, with no heading invented', () => {
    const text = 'CHAPTER ONE\n\nIt was dark.\nIt rained.\n\nTHE END CAME\nslowly.'
    const { format, fountain, notices } = read(text, 'a.txt')
    expect(short(text, 'a.txt')).toEqual([
      '1 section CHAPTER ONE',
      '3 action It was dark.\nIt rained.',
      '6 action THE END CAME\nslowly.',
    ])
    expect(format).toBe('text')
    expect(fountain).toBe('# CHAPTER ONE\n\nIt was dark.\nIt rained.\n\n!THE END CAME\nslowly.\n')
    expect(notices[0]?.what).toMatch(/an outline of 2 paragraphs/)
  })
})

describe('notes without a heading and without speech', () => {
  const read = (text: string) =>
    readScreenplay({ bytes: new TextEncoder().encode(text), fileName: 'notes.md' }).screenplay
  const filmed = (text: string) =>
    read(text).elements.filter(({ type }) => type === 'scene_heading' || type === 'action').map((one) => one.text) // prettier-ignore

  it('get the places and hours they open with as headings', () => {
    expect(
      filmed('The workshop at dawn. Dust.\n\nIn the fish market at noon nobody stops.\n\nIt is now evening.\n\nA rooftop, night: snow.'),
    ).toEqual([
      'INT. WORKSHOP - DAWN', 'The workshop at dawn. Dust.', 'EXT. FISH MARKET - NOON', 'In the fish market at noon nobody stops.',
      'EXT. FISH MARKET - EVENING', 'It is now evening.', 'EXT. ROOFTOP - NIGHT', 'A rooftop, night: snow.',
    ]) // prettier-ignore
  })
  it('get none where they name none', () => {
    expect(filmed('She waits at night.\n\nIt is evening.\n\nAt noon he leaves.')).toEqual([
      'She waits at night.', 'It is evening.', 'At noon he leaves.',
    ]) // prettier-ignore
  })
  it('film the story alone, and introduce who is described among the people where the story names them first', () => {
    const notes =
      '# The Lamp\n\nFor autumn.\n\n## People\n\n- IDA, thirty, red hair.\n- OTTO, her cat.\n\n## Story\n\nRain.\n\nThe attic at night. Ida waits.\n\n## Music\n\nA piano.'
    expect(filmed(notes)).toEqual(['Rain.', 'INT. ATTIC - NIGHT', 'IDA, thirty, red hair.', 'The attic at night. Ida waits.']) // prettier-ignore
    expect(read(notes).titlePage).toEqual([{ key: 'Title', values: ['The Lamp'] }])
    expect(read(notes).elements.filter(({ type }) => type === 'note').map(({ text }) => text)).toEqual([
      'For autumn.', 'OTTO, her cat.', 'A piano.',
    ]) // prettier-ignore
  })
})
