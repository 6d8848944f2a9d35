import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chooseLooks } from '@/domain/cast/chooseLooks'
import { castOf } from '@/domain/cast/castOf'
import { defaultPrompts, defaultTemplate } from '@/domain/prompt/defaultPrompts'
import { describeLook, personVariables, propVariables, sceneVariables } from '@/domain/prompt/describe'
import { fillTemplate, variablesOf } from '@/domain/prompt/fillTemplate'
import { negativesOfScene } from '@/domain/prompt/negatives'
import { describeVariable, promptVariables } from '@/domain/prompt/promptVariables'
import { referenceWords } from '@/domain/prompt/referenceWords'
import { stageScene } from '@/domain/scene/stageScene'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { readScreenplay } from '@/domain/screenplay/readScreenplay'

const fileName = 'night-rain.fountain'
const { screenplay } = readScreenplay({ bytes: readFileSync(`tests/screenplays/${fileName}`), fileName })
const { scenes } = breakIntoScenes(screenplay, { fps: 24 })
const looks = chooseLooks(castOf(scenes))
const cast = [...looks].map(([name, look]) => ({ name, look }))
const format = { width: 1280, height: 720 }

/** Everything that any template may ask of a scene. */
const variablesFor = (scene: (typeof scenes)[number]): Record<string, string> => {
  const { staging } = stageScene(scene, { cast, place: { description: 'One lamp swings over the pumps.' }, format })
  const person = staging.people[0]
  const look = [...looks.values()][0]
  return {
    ...sceneVariables(staging, scene, { style: 'Paper-cut gouache theatre.', people: ['IDA'] }),
    ...(person
      ? personVariables(person, scene)
      : { name: 'IDA', look: look ? describeLook(look) : '', view: 'the front', position: 'left', pose: 'standing', emotion: 'sad', wears: '' }),
    ...propVariables('rope', { x: 0.5 }, scene),
    seconds: '4.0', introduced: '', prop_description: '', references: referenceWords([{ role: 'location', name: scene.location }], { onto: false }),
    prompt: 'Add a rope.', missed: 'no rope is seen', take: '2', look_negative: 'text', scene_negative: negativesOfScene(staging).join(', '),
    language: 'en', question: 'Is there a rope?', questions: 'q1: Is there a rope?', holds: '',
  } // prettier-ignore
}

describe('the studio’s prompt library', () => {
  it('has a template for every picture, moving picture and question, in every category', () => {
    expect(defaultPrompts.length).toBeGreaterThanOrEqual(15)
    expect(new Set(defaultPrompts.map(({ slug }) => slug)).size).toBe(defaultPrompts.length)
    expect(new Set(defaultPrompts.map(({ category }) => category))).toEqual(
      new Set(['character', 'scene', 'location', 'props', 'video', 'agent']),
    )
  })

  it.each(defaultPrompts.map((prompt) => [prompt.slug, prompt] as const))(
    '%s uses every variable it declares and declares every one it uses',
    (_, { template, required, optional }) => {
      expect([...required, ...optional].sort()).toEqual(variablesOf(template).sort())
      for (const name of variablesOf(template)) expect(describeVariable(name).description, name).not.toBe('')
    },
  )

  it('describes no variable that nothing can fill', () => {
    const [scene] = scenes
    const known = new Set(Object.keys(scene ? variablesFor(scene) : {}))
    expect(Object.keys(promptVariables).filter((name) => !known.has(name))).toEqual([])
  })

  it.each(defaultPrompts.map(({ slug }) => slug))('%s fills from every scene of a film, nothing left over', (slug) => {
    for (const scene of scenes) {
      const text = fillTemplate(defaultTemplate(slug), variablesFor(scene))
      expect(text).not.toMatch(/\[[a-z_]+\]|undefined|null|NaN|,\s*,|:\s*\.$|: *\n| {2}/m)
      expect(text.length).toBeGreaterThan(10)
    }
  })

  it('stops a prompt whose required words are empty and leaves out lines whose optional ones are', () => {
    const template = { text: 'Add [name].\nWearing: [wears]\nLight: [light].', required: ['name'], optional: ['wears', 'light'] }
    expect(fillTemplate(template, { name: 'IDA', wears: '', light: 'soft' })).toBe('Add IDA.\nLight: soft.')
    expect(fillTemplate(template, { name: 'IDA' })).toBe('Add IDA.')
    expect(() => fillTemplate(template, { name: ' ' })).toThrow('A prompt could not be filled')
  }) // prettier-ignore
})
