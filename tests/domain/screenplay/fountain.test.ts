import { describe, expect, it } from 'vitest'
import { parseFountain } from '@/domain/screenplay/fountain'
import type { ScreenplayElement } from '@/domain/screenplay/screenplay'

/** Elements in short: "type text", with what is special behind a bar. */
const short = ({ type, text, sceneNumber, depth, extension, dual }: ScreenplayElement): string =>
  [
    `${type} ${text}`,
    ...Object.entries({ sceneNumber, depth, extension, dual })
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key}=${String(value)}`),
  ].join(' | ')

const read = (source: string): string[] => parseFountain(source).elements.map(short)
const codes = (source: string): string[] => parseFountain(source).notices.map(({ code }) => code)

type Case = [rule: string, source: string, elements: string[]]

const headings: Case[] = [
  ['INT. makes a scene', 'INT. HOUSE - DAY', ['scene_heading INT. HOUSE - DAY']],
  ['a space does for the dot', 'EXT HOUSE', ['scene_heading EXT HOUSE']],
  ['small letters do', 'int. house - day', ['scene_heading int. house - day']],
  ...['EST.', 'INT./EXT.', 'INT/EXT', 'EXT./INT.', 'I/E', 'I/E.', 'I./E.'].map((prefix): Case => [
    `${prefix} makes a scene`,
    `${prefix} CAR`,
    [`scene_heading ${prefix} CAR`],
  ]),
  ['a word that only begins with INT does not', 'INTERIOR thoughts.', ['action INTERIOR thoughts.']],
  ['a dot forces', '.BINOCULARS', ['scene_heading BINOCULARS']],
  ['a dot forces foreign words', '.ВНУТРИ', ['scene_heading ВНУТРИ']],
  ['three dots do not', '... and then', ['action ... and then']],
  ['dot and space do not', '. hm', ['action . hm']],
  ['emphasis does not hide a heading', '**INT. HOUSE**', ['scene_heading **INT. HOUSE**']],
  ['a number stands apart', 'INT. HOUSE #12A#', ['scene_heading INT. HOUSE | sceneNumber=12A']],
  ['a number on a forced heading', '.HOUSE - DAY #1-2.b#', ['scene_heading HOUSE - DAY | sceneNumber=1-2.b']],
  ['a number sign alone is text', 'INT. ROOM #5', ['scene_heading INT. ROOM #5']],
  ['words between number signs are text', 'INT. A #not a number#', ['scene_heading INT. A #not a number#']],
  ['headings may stand close together', 'INT. A\nEXT. B', ['scene_heading INT. A', 'scene_heading EXT. B']],
  ['action may stand close below', 'INT. A\nHe waits.', ['scene_heading INT. A', 'action He waits.']],
  ['inside a paragraph there is no heading', 'He waits.\nINT. A', ['action He waits.\nINT. A']],
]

const speech: Case[] = [
  ['capitals above words speak', 'MARA\nHello.', ['character MARA', 'dialogue Hello.']],
  ['a name alone is action', 'MARA\n\nHello.', ['action MARA', 'action Hello.']],
  ['a name without a blank line above is action', 'Rain.\nMARA\nHello.', ['action Rain.\nMARA\nHello.']],
  ['digits are allowed', 'R2D2\nBeep.', ['character R2D2', 'dialogue Beep.']],
  ['digits alone are not', '23\nBeep.', ['action 23\nBeep.']],
  ['Cyrillic, Greek and umlauts are capitals', 'МАРА\nДа.', ['character МАРА', 'dialogue Да.']],
  ['letters without case need an @', '美雪\nはい。', ['action 美雪\nはい。']],
  ['an @ forces', '@美雪\nはい。', ['character 美雪', 'dialogue はい。']],
  ['an @ keeps small letters', '@McCLANE\nYippie.', ['character McCLANE', 'dialogue Yippie.']],
  ['an extension stands apart', 'MARA (V.O.)\nHi.', ['character MARA | extension=V.O.', 'dialogue Hi.']],
  [
    'an extension may be small',
    'HANS (on the radio)\nHi.',
    ['character HANS | extension=on the radio', 'dialogue Hi.'],
  ],
  ['two extensions', "MARA (O.S.) (CONT'D)\nHi.", ["character MARA | extension=O.S., CONT'D", 'dialogue Hi.']],
  ['indentation means nothing', '\t\tMARA\n\tHi.', ['character MARA', 'dialogue Hi.']],
  ['several lines are one speech', 'MARA\nOne.\nTwo.', ['character MARA', 'dialogue One.\nTwo.']],
  ['two spaces hold it together', 'MARA\nOne.\n  \nTwo.', ['character MARA', 'dialogue One.\n\nTwo.']],
  ['one space does not', 'MARA\nOne.\n \nTwo.', ['character MARA', 'dialogue One.', 'action Two.']],
  ['marks inside are words', 'MARA\n#1 fan!\n.45', ['character MARA', 'dialogue #1 fan!\n.45']],
  [
    'brackets on a line of their own',
    'MARA\n(softly)\nOne.\n(beat)\nTwo.',
    ['character MARA', 'parenthetical softly', 'dialogue One.', 'parenthetical beat', 'dialogue Two.'],
  ],
  ['brackets broken over lines', 'MARA\n(so\nsoft)\nHi.', ['character MARA', 'parenthetical so\nsoft', 'dialogue Hi.']],
  ['a bracket that never closes is words', 'MARA\n(so\nHi.', ['character MARA', 'dialogue (so\nHi.']],
  ['words behind a bracket are words', 'MARA\n(No) way.', ['character MARA', 'dialogue (No) way.']],
  ['lyrics in a speech', 'MARA\n~La la\n~lo\nStop.', ['character MARA', 'lyrics La la\nlo', 'dialogue Stop.']],
  ['a page break ends it', 'MARA\nHi.\n===\nRain.', ['character MARA', 'dialogue Hi.', 'page_break ', 'action Rain.']],
  [
    'a heading after the connecting spaces ends it',
    'MARA\nHi.\n  \nINT. A - DAY',
    ['character MARA', 'dialogue Hi.', 'scene_heading INT. A - DAY'],
  ],
  [
    'dual dialogue marks both sides with everything below',
    'A\nYes.\n\nB (V.O.) ^\n(low)\nNo.',
    [
      'character A | dual=left',
      'dialogue Yes. | dual=left',
      'character B | extension=V.O. | dual=right',
      'parenthetical low | dual=right',
      'dialogue No. | dual=right',
    ],
  ],
]

const others: Case[] = [
  ['lines of action are one paragraph', 'One.\nTWO\nthree', ['action One.\nTWO\nthree']],
  ['leading space of action stays', '    Scott --', ['action     Scott --']],
  ['an exclamation mark forces action', '!BANG\nBANG', ['action BANG\nBANG']],
  ['TO: is a transition', 'A.\n\nCUT TO:\n\nB.', ['action A.', 'transition CUT TO:', 'action B.']],
  ['a heading may follow at once', 'CUT TO:\nINT. A', ['transition CUT TO:', 'scene_heading INT. A']],
  ['words below make it a name', 'HEADED TO:\nHome.', ['character HEADED TO:', 'dialogue Home.']],
  ['fades are transitions', 'FADE IN:\n\n**FADE OUT.**', ['transition FADE IN:', 'transition **FADE OUT.**']],
  ['an arrow forces', '> Burn to white.', ['transition Burn to white.']],
  ['two arrows centre', '> THE END <', ['centered THE END']],
  ['free lyrics', '~La\n~la', ['lyrics La\nla']],
  ['sections with their depth', '# Act\n\n###Scene', ['section Act | depth=1', 'section Scene | depth=3']],
  ['synopses', '= He learns.', ['synopsis He learns.']],
  ['page breaks', 'A.\n\n=====\n\nB.', ['action A.', 'page_break ', 'action B.']],
  [
    'a mark alone is text',
    '#\n\n>\n\n@\n\n~\n\n=\n\n!',
    ['#', '>', '@', '~', '=', '!'].map((mark) => `action ${mark}`),
  ],
  ['a note of its own', 'A.\n\n[[who?]]\n\nB.', ['action A.', 'note who?', 'action B.']],
  ['a note leaves the words around it', 'He [[who?]] walks.', ['action He walks.', 'note who?']],
  ['a note over lines', 'He [[who\nis]] walks.', ['action He walks.', 'note who\nis']],
  ['a note over connecting spaces', 'A [[b\n  \nc]] d', ['action A d', 'note b\n\nc']],
  ['a blank line ends a note', 'A [[b\n\nc]] d', ['action A [[b', 'action c]] d']],
  [
    'a note between cue and words',
    'MARA [[old]]\nHi [[x]] there.\n[[y]]\nBye.',
    ['character MARA', 'note old', 'dialogue Hi there.', 'note x', 'note y', 'dialogue Bye.'],
  ],
  ['a note above a heading', '[[x]]\nINT. A', ['note x', 'scene_heading INT. A']],
  [
    'a boneyard crosses anything',
    'A.\n\n/*\nINT. OLD\n\nMARA\nHi.\n*/\n\nB.',
    ['action A.', 'boneyard INT. OLD\n\nMARA\nHi.', 'action B.'],
  ],
  ['a boneyard inside words', 'This /* not\n\nthis */ stays.', ['action This stays.', 'boneyard not\n\nthis']],
  ['an open boneyard is text', 'A /* b\n\nC', ['action A /* b', 'action C']],
  ['what opens first wins', '[[a /* b]] c */ d', ['action c */ d', 'note a /* b']],
  ['emphasis and escapes stay', 'A *b* \\*c\\*', ['action A *b* \\*c\\*']],
]

describe('a Fountain screenplay', () => {
  describe.each([
    ['headings', headings],
    ['speech', speech],
    ['everything else', others],
  ])('%s', (_name, cases) => {
    it.each(cases)('%s', (_rule, source, elements) => {
      expect(read(source)).toEqual(elements)
    })
    it.each(cases)('%s, with CRLF, lone CR and a BOM', (_rule, source, elements) => {
      expect(read(source.replaceAll('\n', '\r\n'))).toEqual(elements)
      expect(read(source.replaceAll('\n', '\r'))).toEqual(elements)
      expect(read(`\uFEFF${source}`)).toEqual(elements)
    })
  })

  it('gives each element the line where its words begin', () => {
    const source = 'Title: X\r\n\r\nINT. A\r\n\r\n/* 1\r\n2 */ He\r\ngoes.\r\n\r\nMARA\r\n(low)\r\nHi.'
    expect(parseFountain(source).elements.map(({ type, line }) => [type, line])).toEqual([
      ['scene_heading', 3],
      ['action', 6],
      ['boneyard', 5],
      ['character', 9],
      ['parenthetical', 10],
      ['dialogue', 11],
    ])
  })

  it('reads a title page with values beside and below their keys', () => {
    const source = 'Title:\n\t_A_\n    B: c\nDraft date: 1/2\nFormat:\n\nRain.'
    expect(parseFountain(source).titlePage).toEqual([
      { key: 'Title', values: ['_A_', 'B: c'] },
      { key: 'Draft date', values: ['1/2'] },
      { key: 'Format', values: [] },
    ])
    expect(read(source)).toEqual(['action Rain.'])
  })

  it.each([
    'FADE IN:\n\nRain.',
    'INT. A: THE END\n\nRain.',
    'MARA: Hello.\n\nRain.',
    '\nTitle: late',
    'It was this: rain fell hard.',
  ])('takes %j for no title page', (source) => {
    expect(parseFountain(source).titlePage).toEqual([])
  })

  it('ends the title page at the first line that is none of it', () => {
    const { titlePage, elements } = parseFountain('Title: A\nINT. HOUSE - DAY\nRain.')
    expect(titlePage).toEqual([{ key: 'Title', values: ['A'] }])
    expect(elements.map(short)).toEqual(['scene_heading INT. HOUSE - DAY', 'action Rain.'])
  })

  it('tells what a writer should look at', () => {
    expect(codes('He waits.\nINT. HOUSE - DAY')).toEqual(['SCREENPLAY_HEADING_NEEDS_BLANK_LINE'])
    expect(codes('MARA\nHi.\nINT. HOUSE - DAY')).toEqual(['SCREENPLAY_HEADING_NEEDS_BLANK_LINE'])
    expect(codes('MARA ^\nHi.')).toEqual(['SCREENPLAY_DUAL_ALONE'])
    expect(codes('A [[b')).toEqual(['SCREENPLAY_NOTE_OPEN'])
    expect(codes('A /* b')).toEqual(['SCREENPLAY_BONEYARD_OPEN'])
    expect(codes('A \u202E b')).toEqual(['SCREENPLAY_ODD_CHARACTERS'])
    expect(codes('INT. A\n\nRain.')).toEqual([])
  })

  it('counts what comes too often to be told one by one', () => {
    const { notices } = parseFountain('[[\n\n'.repeat(50))
    expect(notices).toHaveLength(21)
    expect(notices.at(-1)?.what).toBe('The same 30 more times.')
  })

  it('pairs a ^ only with the free speech directly before', () => {
    expect(read('A\nYes.\n\nRain.\n\nB ^\nNo.')).not.toContain('character B | dual=right')
    const three = parseFountain('A\na\n\nB ^\nb\n\nC ^\nc').elements.map(({ dual }) => dual)
    expect(three).toEqual(['left', 'left', 'right', 'right', undefined, undefined])
  })

  it('ends lines at LF, CRLF and CR only', () => {
    expect(read('one\u2028two\u0085three')).toEqual(['action one\u2028two\u0085three'])
  })
})
