import type { Held, JudgedScene } from '@/domain/verdict/judgedScene'
import { pick, random } from '@/providers/previs/random'
import { heldOf } from './held'

type Planting = { text: string; draw: () => number }

/** A fault against the bible: the claim that owns it, and the hand that plants it into a scene document; null where the
 *  screenplay has no place for it. */
export type BibleFault = { kind: string; owner: string; plant: (planting: Planting) => Held | null }

const changed = (held: Held, change: Partial<JudgedScene>): Held => ({ ...held, scene: { ...held.scene, ...change } })
const anyOf = (list: readonly Held[], draw: () => number): Held | null =>
  list.length === 0 ? null : pick(list, draw())
const headings = (text: string): number[] => [...text.matchAll(/^(?:INT|EXT)\. /gm)].map(({ index }) => index)

const nightToDay = { morning: 'night', noon: 'night', afternoon: 'night', night: 'noon', twilight: 'noon' } as const

/** Every kind of fault that pictures alone do not show. */
export const bibleFaults: readonly BibleFault[] = [
  {
    kind: 'the dead speak', owner: 'knowledge:dead',
    plant: ({ text, draw }) => {
      const starts = headings(text).slice(1, -1)
      const at = pick(starts, draw())
      const speaker = pick(heldOf(text).flatMap(({ scene }) => scene.charactersPresent), draw())
      const told = `${text.slice(0, at)}${speaker} dies.\n\n${text.slice(at)}`
      const line = text.slice(0, at).split('\n').length
      const later = anyOf(heldOf(told).filter(({ scene }) => scene.fromLine > line + 2), draw)
      if (!later) return null
      const { scene } = later
      const speech = { character: speaker, extension: '', parenthetical: '', line: 'I never left.', startS: 0, endS: 1, sourceLine: scene.toLine, dual: '' as const }
      return changed(later, { charactersPresent: [...new Set([...scene.charactersPresent, speaker])], voices: [], dialogue: [...scene.dialogue, speech] })
    },
  },
  {
    kind: 'a prop before it exists', owner: 'knowledge:props',
    plant: ({ text, draw }) => {
      const all = heldOf(text)
      const found = all.flatMap((held) => held.bible.things.flatMap(({ noun, evidence }) => {
        const first = Math.min(...evidence.map(({ sourceLine }) => sourceLine))
        return Number.isFinite(first) && first > held.scene.toLine ? [changed(held, { props: [...held.scene.props, { prop: noun, heldBy: '', state: '' }] })] : []
      }))
      return anyOf(found, draw)
    },
  },
  {
    kind: 'day and night break', owner: 'knowledge:time',
    plant: ({ text, draw }) => {
      const held = anyOf(heldOf(text).filter(({ scene, before }) => scene.timeOfDay in nightToDay && before.at(-1)?.sceneNumber === scene.sceneNumber), draw)
      return held && changed(held, { timeOfDay: nightToDay[held.scene.timeOfDay as keyof typeof nightToDay] })
    },
  },
  {
    kind: 'costume change inside a scene', owner: 'knowledge:costume',
    plant: ({ text, draw }) => {
      const dressed = heldOf(text).filter(({ scene, before }) => {
        const last = before.at(-1)
        return last?.sceneNumber === scene.sceneNumber && scene.costumes.some(({ character, costume }) => costume !== '' && last.costumes.some((row) => row.character === character && row.costume === costume))
      })
      const held = anyOf(dressed, draw)
      const row = held?.scene.costumes.find(({ character, costume }) => costume !== '' && held.before.at(-1)?.costumes.some((one) => one.character === character))
      return held && row ? changed(held, { costumes: [{ ...row, costume: 'golden cloak' }] }) : null
    },
  },
  {
    kind: 'a person not in the place', owner: 'knowledge:presence',
    plant: ({ text, draw }) => {
      const all = heldOf(text)
      const found = all.flatMap((held) => {
        const there = new Set(all.filter(({ scene }) => scene.sceneNumber === held.scene.sceneNumber).flatMap(({ scene }) => scene.charactersPresent))
        const away = held.bible.profiles.filter(({ name }) => !there.has(name))
        return away.map(({ name }) => changed(held, { charactersPresent: [...held.scene.charactersPresent, name] }))
      })
      return anyOf(found, draw)
    },
  },
] // prettier-ignore

/** One fault planted `times` times over screenplays. Out: documents with the fault, fewer where there is no place for it. */
export const planted = (fault: BibleFault, texts: readonly string[], { times, seed }: { times: number; seed: number }): Held[] => {
  const draw = random(seed)
  const found: Held[] = []
  for (let i = 0; found.length < times && i < times * 3; i++) {
    const held = fault.plant({ text: texts[i % texts.length] ?? '', draw })
    if (held) found.push(held)
  }
  return found
} // prettier-ignore
