import { describe, expect, it } from 'vitest'
import { castOf } from '@/domain/cast/castOf'
import { turnaroundViews, type CharacterLook } from '@/domain/cast/look'
import { directScenes } from '@/domain/look/directScenes'
import { styleGuideOf } from '@/domain/look/styleGuideOf'
import { projectSettingsSchema } from '@/domain/project/projectSettings'
import { defaultPrompts, defaultTemplate } from '@/domain/prompt/defaultPrompts'
import { briefFields } from '@/domain/prompt/sceneBrief'
import { callSheet } from '@/pipeline/callSheet'
import type { Values } from '@/pipeline/defineStep'
import { sceneFields } from '@/pipeline/qualify/sceneFields'
import { planReads, shotPlanOf } from '@/pipeline/scene/planShot'
import { scenesOfFile } from '../../support/filmScenes'

const settings = projectSettingsSchema.parse({})
const { scenes, text, days } = scenesOfFile('night-rain.fountain')
const guide = styleGuideOf(scenes)
const directions = directScenes(scenes, { text, rows: guide.sequences, days })
/** One look for all: how looks are chosen is the casting department's own business. */
const look: CharacterLook = {
  age: 'adult', build: 'broad', hair: 'bun', hat: 'none', beard: false, glasses: false, costume: 'coat', costumeColor: '#d6a92b',
  hairColor: '#2e1f1a', skinColor: '#c98f6b', evidence: [],
} // prettier-ignore
const picture = (name: string) => ({ sha256: name, name: `${name}.png`, mime: 'image/png', bytes: 1 })
const cast = castOf(scenes).map(({ name }) => ({
  name,
  look,
  views: turnaroundViews.map((view) => ({ view, sha256: `${name}-${view}` })),
}))

const valuesOf = (clip: string, more: Record<string, unknown> = {}): Values => {
  const at = scenes.findIndex(({ clipName }) => clipName === clip)
  const draft = scenes[at]
  if (!draft) throw new Error(`no scene ${clip}`)
  const fields = sceneFields(draft, { before: scenes[at - 1] ?? null, direction: directions.get(clip) })
  return {
    scene: { ...fields, ...more },
    cast,
    place: { description: 'One lamp swings over the pumps.', reference: picture('station') },
    props: [{ name: 'phone', reference: picture('phone') }, { name: 'rope', reference: picture('rope') }],
    look: guide,
    prompts: Object.fromEntries(defaultPrompts.map(({ slug }) => [slug, defaultTemplate(slug)])),
  } as unknown as Values
} // prettier-ignore

const planOf = (clip: string, more?: Record<string, unknown>) => shotPlanOf(valuesOf(clip, more), settings)

describe('the plan of a shot', () => {
  it('reads every field its briefs are written from', () => {
    for (const field of briefFields) expect(planReads.scene).toContain(field)
  })

  it('gives a paid model a whole brief for the person it adds', () => {
    const layer = planOf('SC001_SH020').layers.find(({ kind }) => kind === 'person')
    expect(layer?.prompt).toBe(
      [
        'Add one person to the picture: IDA, an adult of broad build, bun hair (#2e1f1a), in a coat (#d6a92b).',
        'Wearing in this scene: yellow coat',
        'Where: middle of the frame, seen from three quarters, facing screen right, seen from the waist up, standing on the ground of the place and scaled to it.',
        'Body: standing. ',
        'Doing: IDA, fifty, in a yellow coat, stands under the roof and looks down the road.',
        'Face: neutral; eyes go screen right',
        'Light: dramatic light with deep shadow; key light from the right; high contrast; 3200 K, warm lamps; seen and lit: lamp; calm, wet and shining, lamps against the dark',
        'Lens: 35 mm, f/4, medium depth of field',
        'References: Picture 1 is the picture so far, to be changed only as asked. Picture 2 is IDA: keep face, hair, build, costume and colours exactly.',
        'Continuity: the very person of the reference: face, hair, build, costume and costume colour unchanged. Keep everything that is already in the picture exactly as it is: place, camera, light and everybody in it.',
        `Style: ${guide.styleCapsule}`,
      ]
        .map((line) => line.trimEnd())
        .join('\n'),
    )
  })

  it('sends the prop’s own picture along with the hand that holds it', () => {
    const layer = planOf('SC002_SH050').layers.find(({ references }) => references.some(({ role }) => role === 'prop'))
    expect(layer?.references.map(({ role, asset }) => [role, asset?.sha256])).toContainEqual(['prop', 'phone'])
    expect(layer?.prompt).toContain('Holding a phone.')
    expect(layer?.prompt).toContain('Picture 3 is phone: keep shape, material and colour.')
  })

  it('sends nobody’s eyes to themselves', () => {
    for (const { clipName } of scenes)
      for (const { subject, prompt } of planOf(clipName).layers)
        expect(prompt).not.toContain(`eyes go toward ${subject},`)
    expect(planOf('SC003_SH020').layers.find(({ subject }) => subject === 'IDA')?.prompt).toMatch(/eyes go screen left/)
  })

  it('has a template of its own for the near shoulder and for an insert', () => {
    expect(planOf('SC002_SH020').layers.map(({ prompt }) => prompt).join('\n')).toMatch(/very near to the camera, seen from behind/) // prettier-ignore
    expect(planOf('SC001_SH030').layers.at(-1)?.prompt).toMatch(/^An insert: a phone, large in the middle/)
  })

  it('leaves the place empty and names what would contradict the scene', () => {
    const plan = planOf('SC001_SH020')
    expect(plan.layers[0]?.prompt).toMatch(/Nobody is in the picture yet/)
    expect(plan.layers[0]?.prompt).toMatch(/What stands there: pump and roof/)
    expect(plan.layers[0]?.prompt).toMatch(/Room to leave: the \w+ of the frame/)
    expect(plan.negativePrompt).toMatch(/watermark.*daylight, sun, blue sky, dry ground/)
    expect(plan.negativePrompt.split(', ')).toEqual([...new Set(plan.negativePrompt.split(', '))])
  })

  it('briefs the moving picture: who is seen, who speaks, how the camera moves, how long', () => {
    const { videoPrompt } = planOf('SC002_SH010')
    expect(videoPrompt).toMatch(/^One continuous take of 5\.9 seconds without a cut\. It begins exactly with the given first frame/) // prettier-ignore
    expect(videoPrompt).toContain("JONAS, the mouth moves: “It's for you. He won't say his name.”")
    expect(planOf('SC002_SH030').videoPrompt).toMatch(/LEON \(on the phone\), heard and not seen, nobody’s mouth moves/)
    const words = shotPlanOf(valuesOf('SC002_SH010'), settings, 'scene-video-words').videoPrompt
    expect(words).toMatch(/Composition: /)
    expect(words).not.toMatch(/given first frame/)
  })

  it('sends what a person wrote on the scene as it stands', () => {
    const own = { basePrompt: 'A station.', videoPrompt: 'Rain.', negativePrompt: 'cars', styleCapsule: 'Charcoal.' }
    const plan = planOf('SC001_SH020', own)
    expect([plan.layers[0]?.prompt, plan.videoPrompt, plan.negativePrompt]).toEqual(['A station.', 'Rain.', 'cars'])
    expect(plan.layers[1]?.prompt).toMatch(/Style: Charcoal\.$/)
  })

  it('is written for every scene of a film without a word left over', () => {
    for (const { clipName } of scenes) {
      const { layers, videoPrompt, negativePrompt } = planOf(clipName)
      for (const words of [...layers.map(({ prompt }) => prompt), videoPrompt, negativePrompt])
        expect(words, clipName).not.toMatch(/\[[a-z_]+\]|undefined|null|NaN|,\s*,|: *$/m)
    }
  })
})

describe('the templates of the studio', () => {
  it('that have a step are read by it; the others wait for paid models and say so', () => {
    const steps = Object.values(callSheet).flat(2).map((entry) => ('each' in entry ? entry.step : entry)) // prettier-ignore
    const read = new Set(
      steps.flatMap(({ reads }) => [
        ...(reads.prompts ?? []),
        ...(reads.paidPrompts ?? []),
        ...(reads.asks ? [reads.asks] : []),
      ]),
    )
    const waiting = defaultPrompts.filter(({ slug }) => !read.has(slug))
    expect(waiting.map(({ slug }) => slug)).toEqual(['scene-video-between', 'shot-agent'])
    for (const { notes } of waiting) expect(notes).toMatch(/No step|needs no words/)
    const known = new Set(defaultPrompts.map(({ slug }) => slug))
    expect([...read].filter((slug) => !known.has(slug))).toEqual([])
  })
})
