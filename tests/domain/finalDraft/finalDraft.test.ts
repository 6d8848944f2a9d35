import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFdx } from '@/domain/finalDraft/readFdx'
import { writeFdx } from '@/domain/finalDraft/writeFdx'
import { composeFountain } from '@/domain/screenplay/composeFountain'
import { parseFountain } from '@/domain/screenplay/fountain'
import { readScreenplay } from '@/domain/screenplay/readScreenplay'
import type { ScreenplayElement } from '@/domain/screenplay/screenplay'

/** What a screenplay says: without lines of the file, without what was struck out. */
const said = (elements: readonly ScreenplayElement[]) =>
  elements.filter(({ type }) => type !== 'boneyard').map(({ line: _, ...element }) => element)
const texts = ['examples', 'tests/screenplays'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => /\.(fountain|md)$/.test(name))
    .map(({ name, parentPath }) => join(parentPath, name)),
)

describe('Final Draft', () => {
  it.each(texts)('gives %s back as it was: word for word, with numbers, names and titles', (fileName) => {
    const { fountain } = readScreenplay({ bytes: readFileSync(fileName), fileName })
    const before = parseFountain(fountain)
    const after = parseFountain(composeFountain(readFdx(writeFdx(before))))
    expect(said(after.elements)).toEqual(said(parseFountain(composeFountain(before)).elements))
  })

  it('keeps everything a page can say', () => {
    const text = `Title: The *Lamp* & <Co>
Credit: written by
Author: Ida Moon
Draft date: 1 May
Contact:
    Moon Street 1
    ida@example.org

# One

= A lamp goes out.

INT. KITCHEN - NIGHT #12A#

Ida "says" **nothing** & _waits_ for 5 < 6 *hours*.
A second line.

IDA (V.O.) (CONT'D)
(softly)
Now?
~Over the roofs

[[ask Paul]]

> THE END <

===

ANN
Left!

BEN ^
(loud)
Right!

> FADE TO BLACK.
`
    const before = parseFountain(text)
    const fdx = writeFdx(before)
    expect(fdx).toContain('Number="12A"')
    expect(fdx).toContain('<DualDialogue>')
    expect(fdx).toContain('5 &lt; 6')
    expect(fdx).toContain('<Text Style="Bold">nothing</Text>')
    const read = readFdx(fdx)
    const after = parseFountain(composeFountain(read))
    expect(said(after.elements)).toEqual(said(before.elements))
    expect(after.titlePage).toEqual(before.titlePage)
  })

  it('reads what Final Draft itself writes', () => {
    const fdx = `<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<FinalDraft DocumentType="Script" Template="No" Version="4">
  <Content>
    <Paragraph Number="1" Type="Scene Heading">
      <SceneProperties Length="1/8" Page="1" Title=""><Summary><Paragraph><Text>She waits.</Text></Paragraph></Summary></SceneProperties>
      <Text>int. caf&#233; - day</Text>
    </Paragraph>
    <Paragraph Type="Action"><Text>Rain </Text><Text AdornmentStyle="0" Style="Underline">falls</Text><Text>.</Text></Paragraph>
    <Paragraph Type="Character"><Text>MARA (O.S.)</Text></Paragraph>
    <Paragraph Type="Parenthetical"><Text>(low)</Text></Paragraph>
    <Paragraph Type="Dialogue"><Text>Say that again.</Text></Paragraph>
    <Paragraph Type="Action"><Text></Text></Paragraph>
    <Paragraph Type="Shot"><Text>CLOSE ON THE RADIO</Text></Paragraph>
    <Paragraph Type="Transition"><Text>SMASH CUT TO:</Text></Paragraph>
  </Content>
  <TitlePage><Content>
    <Paragraph Alignment="Center" Type="General"><Text>NIGHT RAIN</Text></Paragraph>
    <Paragraph Alignment="Center" Type="General"><Text>Written by</Text></Paragraph>
    <Paragraph Alignment="Center" Type="General"><Text>Mara Voss</Text></Paragraph>
    <Paragraph Type="General"><Text>Cliff Road 1</Text></Paragraph>
  </Content></TitlePage>
</FinalDraft>`
    const { titlePage, elements } = readFdx(fdx)
    expect(titlePage).toEqual([
      { key: 'Title', values: ['NIGHT RAIN'] }, { key: 'Credit', values: ['Written by'] },
      { key: 'Author', values: ['Mara Voss'] }, { key: 'Contact', values: ['Cliff Road 1'] },
    ]) // prettier-ignore
    expect(said(elements)).toEqual([
      { type: 'scene_heading', text: 'int. café - day', sceneNumber: '1' },
      { type: 'synopsis', text: 'She waits.' },
      { type: 'action', text: 'Rain _falls_.' },
      { type: 'character', text: 'MARA', extension: 'O.S.' },
      { type: 'parenthetical', text: 'low' },
      { type: 'dialogue', text: 'Say that again.' },
      { type: 'action', text: 'CLOSE ON THE RADIO' },
      { type: 'transition', text: 'SMASH CUT TO:' },
    ])
  })

  it('reads long blanks in their length, not its square', () => {
    const text = `a${' '.repeat(500_000)}b *${' '.repeat(500_000)}c`
    const fdx = `<FinalDraft><Content><Paragraph Type="Action"><Text Style="Bold">${text}</Text></Paragraph></Content></FinalDraft>`
    // by the square of their length it would be minutes
    const began = performance.now()
    expect(readFdx(fdx).elements[0]?.text.length).toBe(text.length + 4)
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  it('refuses entities, other files and what is no Final Draft, in no time', () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><FinalDraft>&b;</FinalDraft>`
    const outside = `<!doctype x [<!ENTITY f SYSTEM "file:///etc/passwd">]><FinalDraft><Content><Paragraph><Text>&f;</Text></Paragraph></Content></FinalDraft>`
    const deep = `<FinalDraft>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</FinalDraft>`
    const mean = [
      '<!--'.repeat(700_000),
      `<a ${' '.repeat(2_900_000)}`,
      '<'.repeat(2_900_000),
      '<a '.repeat(900_000),
      '<?'.repeat(1_000_000),
    ]
    for (const source of [...mean, laughs, outside, deep, '<FinalDraft><Content>', '<html></html>', 'INT. KITCHEN']) {
      const began = performance.now()
      expect(() => readFdx(source), source.slice(0, 60)).toThrow(expect.objectContaining({ code: 'FDX_REFUSED' }))
      expect(performance.now() - began).toBeLessThan(1000)
    }
  })
})
