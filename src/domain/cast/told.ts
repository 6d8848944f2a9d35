import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { castName, isUnseen } from '@/domain/screenplay/castNames'
import { withoutEmphasis } from '@/domain/screenplay/emphasis'
import type { ScreenplayElement } from '@/domain/screenplay/screenplay'
import { sentencesOf } from '@/domain/screenplay/sentences'

/** One thing the screenplay tells: a sentence of action, of a speech, or the manner it is said in. */
export type Told = {
  kind: 'action' | 'speech' | 'manner'
  text: string
  /** 1-based, of the file. */
  line: number
  /** Counted: sentences of one paragraph or speech share it. */
  paragraph: number
  /** Counted headings. */
  heading: number
  /** Who speaks, as the cast knows them; '' for action. */
  by: string
  /** Whether the speaker is seen. */
  seen: boolean
}

/** Everything a screenplay tells, in order, with its lines. Linear. */
export const toldIn = (elements: readonly ScreenplayElement[], nameOf: (cue: string) => string): Told[] => {
  const told: Told[] = []
  let heading = 0
  let by = ''
  let seen = true
  for (const [paragraph, { type, text, line, extension }] of elements.entries()) {
    if (type === 'scene_heading') heading++
    if (type === 'character') {
      by = nameOf(castName(text))
      seen = !isUnseen(extension ?? '')
    }
    const kind = kindOf[type]
    if (!kind) continue
    const who = kind === 'action' ? { by: '', seen: true } : { by, seen }
    const place = { line, paragraph, heading, ...who }
    if (kind === 'manner') told.push({ kind, text, ...place })
    else told.push(...sentences(text, { kind, ...place }))
  }
  return told
}

const kindOf: Partial<Record<ScreenplayElement['type'], Told['kind']>> = {
  action: 'action',
  dialogue: 'speech',
  lyrics: 'speech',
  parenthetical: 'manner',
}

const sentences = (text: string, told: Omit<Told, 'text'>): Told[] => {
  let line = told.line
  let read = 0
  return sentencesOf(text).map(({ from, to }) => {
    line += text.slice(read, from).split('\n').length - 1
    read = from
    return { ...told, line, text: withoutEmphasis(text.slice(from, to)).replace(/\s+/g, ' ') }
  })
}

/** What scene documents tell, where the screenplay itself is not at hand: lines are those of the scene. */
export const toldInScenes = (scenes: readonly SceneDraft[]): Told[] => {
  const told: Told[] = []
  let heading = 0
  let before: SceneDraft | undefined
  let paragraph = 0
  for (const scene of scenes) {
    if (scene.sceneNumber !== before?.sceneNumber || scene.heading !== before.heading) heading++
    before = scene
    for (const text of scene.action.split(/\n\s*\n/))
      told.push(...sentences(text, { kind: 'action', line: scene.fromLine, paragraph: paragraph++, heading, by: '', seen: true })) // prettier-ignore
    for (const { character, line, parenthetical, sourceLine } of scene.dialogue) {
      const place = { line: sourceLine, paragraph: paragraph++, heading, by: character, seen: !scene.voices.includes(character) } // prettier-ignore
      if (parenthetical !== '') told.push({ kind: 'manner', text: parenthetical, ...place })
      told.push(...sentences(line, { kind: 'speech', ...place }))
    }
  }
  return told
}
