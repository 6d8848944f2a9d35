import { z } from 'zod'
import { otherSizes } from '@/domain/grammar/otherSizes'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { Angle, Movement, ShotSize } from '@/domain/scene/vocabulary'
import { seedOf } from '@/domain/seed'
import { faultBook, type FaultBook } from './faultBook'
import type { Better, Checked, Question } from './question'

/** Fields of a scene in words, and their most characters. */
const words = { lightMood: 160, dramaticEffect: 160, atmosphere: 200 } as const
type WordField = keyof typeof words
const wordFields = Object.keys(words) as WordField[]

/** A group ends before a heading whose words fall so, from the least on; the most is never passed. */
const group = { least: 8, most: 20, oneIn: 2 } as const
const tokensEach = 160

/**
 * What the story department asks about camera, light and mood, in groups of scenes. Groups end where the headings
 * themselves say, not by counting from the first scene: an edit asks its own group again, and not all that follow.
 */
export const sceneQuestions = ({ scenes }: { scenes: readonly SceneDraft[] }): Question[] =>
  groupsOf(scenes).map((some) => questionAbout(some, scenes))

const groupsOf = (scenes: readonly SceneDraft[]): SceneDraft[][] => {
  const groups: SceneDraft[][] = []
  for (const [at, scene] of scenes.entries()) {
    const last = groups.at(-1)
    const opens = scene.heading !== scenes[at - 1]?.heading || scene.sceneNumber !== scenes[at - 1]?.sceneNumber
    const closes =
      opens &&
      (last?.length ?? 0) >= group.least &&
      (seedOf(scene.heading + scene.screenplayText) >>> 16) % group.oneIn === 0
    if (!last || closes || last.length >= group.most) groups.push([scene])
    else last.push(scene)
  }
  return groups
}

const nameOf = (at: number): string => `s${String(at + 1)}`

const questionAbout = (some: readonly SceneDraft[], all: readonly SceneDraft[]): Question => {
  const free = some.map((scene) => freeCamera(scene, all[all.indexOf(scene) + 1] ?? null))
  const [first, last] = [some[0]?.clipName ?? '', some.at(-1)?.clipName ?? '']
  return {
    department: 'story',
    template: 'agent-scenes',
    what: `Camera and mood: ${first}${first === last ? '' : ` to ${last}`}`,
    why: 'camera, light and mood of scenes, some scenes in each call',
    data: Object.fromEntries(some.map((scene, at) => [nameOf(at), draftOf(scene)])),
    answer: z.strictObject(Object.fromEntries(free.map((one, at) => [nameOf(at), answerAbout(one)]))),
    tokens: tokensEach * some.length,
    check: (answer) => checkScenes(some, answer as Record<string, Told>),
  }
}

/** Without numbers and lines: a scene before it must not make this another question. */
const draftOf = (scene: SceneDraft) => ({
  heading: scene.heading, text: scene.screenplayText, people: scene.charactersPresent, heard: scene.voices,
  rules: {
    shotSize: scene.shotSize, angle: scene.angle, movement: scene.movement, focusOn: scene.focusOn, lightType: scene.lightType,
    pacing: scene.pacing, beat: scene.beat, dramaticEffect: scene.dramaticEffect,
  },
}) // prettier-ignore

type Free = { shotSize: ShotSize[]; angle: Angle[]; movement: Movement[] }

/** What may stand in the place of the rules' choice; a choice the text itself made is nobody's. */
const freeCamera = (scene: SceneDraft, next: SceneDraft | null): Free => {
  const isThing = scene.shotSize === 'insert' || scene.shotSize === 'over_shoulder'
  return {
    shotSize: otherSizes(scene, next),
    angle: scene.angle === 'eye_level' && !isThing ? ['eye_level', 'high', 'low'] : [scene.angle],
    movement: scene.movement === 'static' ? ['static', 'pan', 'tilt', 'dolly', 'handheld'] : [scene.movement],
  }
}

const answerAbout = (free: Free) =>
  z.strictObject({
    ...Object.fromEntries(
      Object.entries(free)
        .filter(([, list]) => list.length > 1)
        .map(([field, list]) => [field, z.enum(list as [string]).nullable()]),
    ),
    ...Object.fromEntries(wordFields.map((field) => [field, z.string().nullable()])),
  })

type Told = Partial<Record<WordField | keyof Free, string | null>>

const checkScenes = (some: readonly SceneDraft[], answer: Record<string, Told>): Checked => {
  const book = faultBook()
  const holds: Better = Object.fromEntries(
    some.map(({ clipName }, at) => [clipName, sceneIn(nameOf(at), answer[nameOf(at)] ?? {}, book)]),
  )
  return { holds, faults: book.faults }
}

const sceneIn = (name: string, told: Told, book: FaultBook): Record<string, string> => {
  const said = wordFields.map((field) => [field, book.words(told[field], { about: `${name}, ${field}`, most: words[field] })] as const) // prettier-ignore
  const camera = (['shotSize', 'angle', 'movement'] as const).map((field) => [field, told[field] ?? null] as const)
  return Object.fromEntries([...camera, ...said].flatMap(([field, value]) => (value === null ? [] : [[field, value]])))
}
