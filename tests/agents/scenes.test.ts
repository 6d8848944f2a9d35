import { describe, expect, it } from 'vitest'
import { readAnswer } from '@/agents/readAnswer'
import { sceneQuestions } from '@/agents/scenes'
import { draftFilm } from '@/domain/story/draftFilm'
import { filledDrafts, filledFields } from '@/pipeline/qualify/filledScenes'

const part = (place: string, n: number) => `INT. ${place} ${n} - NIGHT

MARA and TOM stand at the window. Nobody speaks for a while.

MARA
The ferry has not come for ${n} days, and nobody in this town asks why any more.

TOM
Perhaps it never was a ferry.

Tom looks at his hands.
`
const screenplay = (parts: number[]) => parts.map((n) => part('ROOM', n)).join('\n')
const numbers = Array.from({ length: 24 }, (_, n) => n + 1)
const settings = { fps: 24, targetSeconds: null } as const
const scenes = draftFilm(screenplay(numbers), settings).scenes
const questions = sceneQuestions({ scenes })
const keysOf = (given: typeof questions) => given.map(({ data }) => JSON.stringify(data))
/** Everything left as it is, but for what is given of one scene of the first group. */
const read = (name: string, given: object) => {
  const [question] = questions
  const shapes = Object.entries(question!.answer.shape as Record<string, any>)
  const empty = shapes.map(([scene, { shape }]) => [scene, Object.fromEntries(Object.keys(shape as object).map((field) => [field, null]))]) // prettier-ignore
  const answer = Object.fromEntries(empty) as Record<string, object>
  return readAnswer(question!, JSON.stringify({ ...answer, [name]: { ...answer[name], ...given } }))
}

describe('what the story department asks of camera and mood', () => {
  it('asks in groups, never scene by scene, and of every scene once', () => {
    const sizes = questions.map(({ data }) => Object.keys(data as object).length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(scenes.length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20)
    expect(questions.length).toBeLessThan(scenes.length / 6)
  })

  it('asks only some groups again when a scene is put in near the beginning', () => {
    const before = new Set(keysOf(questions))
    const longer = sceneQuestions({ scenes: draftFilm(screenplay([1, 99, ...numbers.slice(1)]), settings).scenes })
    const fresh = keysOf(longer).filter((key) => !before.has(key))
    expect(fresh.length).toBeGreaterThan(0)
    expect(fresh.length).toBeLessThan(longer.length / 2)
  })

  it('has no field for a camera the text or the grammar asked for', () => {
    const over = scenes.findIndex(({ shotSize }) => shotSize === 'over_shoulder')
    const [question] = questions
    const shape = (question!.answer.shape as Record<string, any>)[`s${over + 1}`].shape
    expect(Object.keys(shape)).not.toContain('shotSize')
    expect(Object.keys(shape)).toContain('lightMood')
  })
})

describe('what holds of an answer about scenes', () => {
  const free = scenes.findIndex((_, at) => {
    const shape = (questions[0]!.answer.shape as Record<string, any>)[`s${at + 1}`]?.shape ?? {}
    return 'shotSize' in shape
  })
  const name = `s${free + 1}`
  const scene = scenes[free]!

  it('goes into the scene, with the lens that follows from it', () => {
    const [size] = ((questions[0]!.answer.shape as Record<string, any>)[name].shape.shotSize.unwrap().options as string[]).filter((one) => one !== scene.shotSize) // prettier-ignore
    const { holds, faults } = read(name, { shotSize: size, lightMood: 'cold and close' })
    expect(faults).toEqual([])
    const filled = filledDrafts(scenes, { better: holds })
    expect(filled.faults).toEqual([])
    expect(filled.scenes[free]).toMatchObject({ shotSize: size, screenplayText: scene.screenplayText, dialogue: scene.dialogue }) // prettier-ignore
    expect(filledFields({ clipName: scene.clipName }, { better: holds })).toMatchObject({ lightMood: 'cold and close' })
    expect(filled.scenes.filter((_, at) => at !== free)).toEqual(scenes.filter((_, at) => at !== free))
  })

  it('is refused where two neighbours would have one size and one subject', () => {
    const at = scenes.findIndex((one, n) => n > 0 && one.heading === scenes[n - 1]?.heading && one.focusOn === scenes[n - 1]?.focusOn) // prettier-ignore
    const [before, after] = [scenes[at - 1]!, scenes[at]!]
    const better = { [after.clipName]: { shotSize: before.shotSize } }
    const filled = filledDrafts(scenes, { better })
    expect(filled.scenes).toEqual(scenes)
    expect(filled.faults).toEqual([`${after.clipName}: its neighbour has this size and subject`])
  })

  it('changes nothing where nobody was asked', () => {
    expect(filledDrafts(scenes, { better: {} })).toEqual({ scenes, faults: [] })
  })

  it('is refused whole where it is of another form', () => {
    expect(readAnswer(questions[0]!, '{"s1":{"shotSize":"insert"}}').holds).toEqual({})
    expect(read('s1', { durationS: 60 }).holds).toEqual({})
  })
})
