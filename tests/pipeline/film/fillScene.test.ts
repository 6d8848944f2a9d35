import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { projectSettingsSchema } from '@/domain/project/projectSettings'
import { defaultPrompts } from '@/domain/prompt/defaultPrompts'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { readScreenplay } from '@/domain/screenplay/readScreenplay'
import type { StepContext, Values } from '@/pipeline/defineStep'
import { fillScene } from '@/pipeline/film/fillScene'
import type { Shot } from '@/pipeline/scene/takeLastFrame'
import type { ClipRequest } from '@/providers/spec/clips'

const settings = projectSettingsSchema.parse({})
const fileName = 'two-rooms.fountain'
const { screenplay } = readScreenplay({ bytes: readFileSync(`tests/screenplays/${fileName}`), fileName })
const [scene] = breakIntoScenes(screenplay, { fps: settings.fps }).scenes

const valuesOf = (more: Record<string, unknown>): Values =>
  ({
    scene: { ...scene, ...more }, cast: [], place: { description: '' }, look: { styleCapsule: '', negative: [] }, shot: null, from: {},
    prompts: Object.fromEntries(defaultPrompts.map(({ slug, template }) => [slug, template])),
  }) as unknown as Values // prettier-ignore

/** A camera that writes nothing down but what it was asked for. */
const studioOf = () => {
  const asked: ClipRequest[] = []
  const asset = (name: string) => ({ name, sha256: name, mime: 'video/mp4', bytes: 1 })
  const context = {
    project: { settings, id: 'p' }, input: {}, scratch: '/nowhere', signal: new AbortController().signal,
    stores: { assets: { pathOf: (name: string) => name, keep: () => Promise.resolve(asset('frame.png')) } },
    providers: {
      video: { start: (request: ClipRequest) => Promise.resolve(void asked.push(request)) },
      film: { frameAt: () => Promise.resolve() },
    },
    call: async ({ make }: { make: (at: unknown) => Promise<unknown> }) => {
      await make({ file: 'clip.mp4' })
      return { asset: asset('clip.mp4') }
    },
  } as unknown as StepContext // prettier-ignore
  return { asked, context }
}

describe('a scene that no judge passed', () => {
  it('is filled with an animatic of its own length, and its verdict says so', async () => {
    const { asked, context } = studioOf()
    const { gives } = (await fillScene.run(valuesOf({ transitionIn: 'cut' }), context)) as { gives: { shot: Shot } }
    expect(gives.shot).toMatchObject({
      verdict: 'filled', takes: 0, boundary: 'cut', lines: [], clip: { frames: scene?.frames, headHandle: 0 },
    }) // prettier-ignore
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatchObject({ frames: scene?.frames, startPicture: null, mouths: [] })
  })

  it('keeps a handle for the dissolve into it', async () => {
    const { context } = studioOf()
    const { gives } = (await fillScene.run(valuesOf({ transitionIn: 'dissolve' }), context)) as { gives: { shot: Shot } } // prettier-ignore
    expect(gives.shot.clip.headHandle).toBe(settings.fps)
  })

  it('is left alone when it has a shot after all', async () => {
    const { asked, context } = studioOf()
    const shot = { verdict: 'passed' }
    const { gives } = (await fillScene.run({ ...valuesOf({}), shot: { shot } }, context)) as { gives: unknown }
    expect(gives).toEqual({ shot })
    expect(asked).toEqual([])
  })
})
