import type { Asset } from '@/domain/generation/generationKey'
import { limits } from '@/domain/limits'
import type { SpokenLine } from '@/domain/scene/sceneDraft'
import type { Voice } from '@/providers/spec/speech'
import { defineStep, type StepContext } from '../defineStep'

/** One spoken line with its sound; `levels` opens the mouth, frame by frame. */
export type SpokenSound = {
  character: string
  line: string
  startS: number
  durationS: number
  asset: Asset
  levels: number[]
  seen: boolean
  /** False: the voice cannot say these letters and murmured for about their length. */
  spoken: boolean
}

/** Speaks every line of the scene with the character's voice, so that it ends before the scene does. */
export const speakLines = defineStep({
  id: 'scene.speak-lines',
  says: 'Speak the lines',
  version: 2,
  slot: 'free',
  seconds: 0.3,
  reads: {
    models: ['speech'],
    settings: ['fps', 'language'],
    scene: ['dialogue', 'voices', 'frames'],
    cast: ['voice'],
  },
  run: async (values, context) => {
    const { dialogue, voices, frames } = values.scene as { dialogue: SpokenLine[]; voices: string[]; frames: number }
    const { fps } = context.project.settings
    const endS = frames / fps - limits.lineEndsBeforeSceneS
    const lines: SpokenSound[] = []
    for (const [i, line] of dialogue.entries()) {
      const next = line.dual === '' ? dialogue[i + 1]?.startS : undefined
      const fitS = Math.max(0.3, Math.min(endS, next ?? endS) - line.startS)
      lines.push(
        await speak(context, {
          line,
          fitS,
          voice: voiceOf(values.cast, line.character),
          heard: voices.includes(line.character),
        }),
      )
    }
    return { gives: { lines }, files: lines.map((line) => line.asset.name) }
  },
})

type Speaking = { line: SpokenLine; fitS: number; voice: Voice; heard: boolean }

const speak = async (context: StepContext, { line, fitS, voice, heard }: Speaking): Promise<SpokenSound> => {
  const { speech, levels } = context.providers
  const channel = channelOf(line.extension, heard)
  const request = { text: line.line, voice, fitS: Math.round(fitS * 1000) / 1000, channel }
  const made = await context.call<{ durationS: number; spoken: boolean }>({
    department: 'sound',
    what: `${line.character}: ${line.line.slice(0, 60)}`,
    model: speech,
    take: 1,
    prompt: line.line,
    request,
    file: 'line.wav',
    make: async (at) => {
      const said = await speech.say(request, at)
      return { facts: said, answer: said }
    },
  })
  if (!made.asset || !made.answer) throw new TypeError('a speech model always writes a file')
  const mouth = await levels(context.stores.assets.pathOf(made.asset.name), context.project.settings.fps)
  return {
    character: line.character,
    line: line.line,
    startS: line.startS,
    durationS: made.answer.durationS,
    asset: made.asset,
    levels: mouth,
    seen: !heard,
    spoken: made.answer.spoken,
  }
}

const channelOf = (extension: string, heard: boolean): 'near' | 'off' | 'phone' => {
  if (/phone|radio|filter/i.test(extension)) return 'phone'
  if (heard || /\b[vo]\.?\s?[so]\.?|off/i.test(extension)) return 'off'
  return 'near'
}

const voiceOf = (cast: Record<string, unknown>[], name: string): Voice =>
  (cast.find((one) => one.name === name)?.voice as Voice | null | undefined) ?? {
    gender: 'unknown',
    age: 'adult',
    variant: 0,
  }
