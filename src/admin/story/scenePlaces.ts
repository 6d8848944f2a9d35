import { StateEffect, StateField, type EditorState } from '@codemirror/state'
import type { StoryScene } from '@/stores/reads/storyRead'

/** Where a scene begins and ends in the text, as positions. */
export type ScenePlace = { id: string; from: number; to: number }

export const putScenes = StateEffect.define<readonly ScenePlace[]>()

/** The places of the scenes; they move with the words while somebody types. */
export const scenePlaces = StateField.define<readonly ScenePlace[]>({
  create: () => [],
  update: (places, { changes, docChanged, effects }) => {
    const put = effects.find((one) => one.is(putScenes))
    if (put) return put.value
    if (!docChanged) return places
    return places.map(({ id, from, to }) => ({ id, from: changes.mapPos(from, 1), to: changes.mapPos(to, -1) }))
  },
})

/** The places the scenes have in the text they were made from. */
export const placesOf = ({ doc }: EditorState, scenes: readonly StoryScene[]): ScenePlace[] =>
  scenes.flatMap(({ id, fromLine, toLine }) => {
    if (fromLine === null || fromLine < 1 || fromLine > doc.lines) return []
    const end = Math.min(Math.max(toLine ?? fromLine, fromLine), doc.lines)
    return [{ id, from: doc.line(fromLine).from, to: doc.line(end).to }]
  })

/** The scene a position is in: the first that holds it, else the last that begins before it. */
export const sceneAt = (state: EditorState, position: number): string | null => {
  const places = state.field(scenePlaces)
  const holds = places.find(({ from, to }) => from <= position && position <= to)
  return (holds ?? places.findLast(({ from }) => from <= position))?.id ?? null
}
