import type { Asset } from '@/domain/generation/generationKey'
import { limits } from '@/domain/limits'
import type { SpokenLine } from '@/domain/scene/sceneDraft'
import type { Voice } from '@/domain/sound/castVoices'
import { earlyBy, type SplitScene } from '@/domain/sound/earlyLines'
import { voiceChannel, type VoiceChannel } from '@/domain/sound/voiceChannel'
import { textOf } from '@/domain/words'
import { defineStep, type StepContext } from '../defineStep'
import { paidModel } from '../paidModel'
import { takeOwnSound } from '../takeOwnSound'
import { askLine, heardLine } from './paidLine'

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

const splitFields = ['heading', 'sceneNumber', 'dialogue', 'voices', 'frames', 'transitionIn', 'transitionOut'] as const
type Spoken = { dialogue: (SpokenLine & { audio?: string | null })[]; voices: string[]; frames: number }

/** Speaks every line of the scene with the character's voice, so that it ends before the scene does. A first line may
 *  begin before its picture: its `startS` is below 0 then. */
export const speakLines = defineStep({
  id: 'scene.speak-lines',
  says: 'Speak the lines',
  version: 3,
  slot: 'free',
  seconds: 0.3,
  reads: {
    models: ['speech'],
    settings: ['fps', 'language'],
    scene: splitFields,
    previous: splitFields,
    cast: ['voice'],
  },
  run: async (values, context) => {
    const { dialogue: planned, voices, frames } = values.scene as Spoken
    const { fps } = context.project.settings
    const before = context.input.previous ? splitScene(values.previous, fps) : null
    const early = earlyBy(splitScene(values.scene, fps), before)
    const dialogue = planned.map((line) => ({ ...line, startS: thousandths(line.startS - early) }))
    const endS = frames / fps - limits.lineEndsBeforeSceneS
    const speaking = dialogue.map((line, i): Speaking => {
      const next = line.dual ? undefined : dialogue[i + 1]?.startS
      const fitS = thousandths(Math.max(0.3, Math.min(endS, next ?? endS) - line.startS))
      const heard = voices.includes(line.character)
      const channel = channelOf(line, { heading: textOf(values.scene.heading), seen: !heard })
      return { line, fitS, voice: voiceOf(values.cast, line.character), channel, seen: !heard }
    })
    const recorded: (Said | null)[] = []
    for (const one of speaking) recorded.push(await ownLine(context, one))
    const bought = await askAll(context, speaking, recorded)
    const lines: SpokenSound[] = []
    for (const [i, one] of speaking.entries())
      lines.push(await spokenAs(context, one, recorded[i] ?? (await boughtLine(context, one, bought[i]))))
    return { gives: { lines }, files: lines.map((line) => line.asset.name) }
  },
})

/** The recording of a line instead of the scratch voice; null when there is none, or nothing is heard in it. */
const ownLine = async (context: StepContext, { line, fitS }: Speaking): Promise<Said | null> => {
  const { character, line: words, audio } = line
  const what = {
    media: audio,
    kind: 'voice',
    fitS,
    says: `${character}, as recorded: ${words.slice(0, 60)}`,
  } as const
  const taken = audio ? await takeOwnSound(context, what) : null
  return taken && !taken.silent ? { asset: taken.asset, durationS: taken.durationS, spoken: true } : null
}

type Speaking = {
  line: SpokenLine & { audio?: string | null }
  fitS: number
  voice: Voice
  channel: VoiceChannel
  seen: boolean
}

/** Lines nobody recorded, by the project's paid voices; all are asked for at once. */
const askAll = async (
  context: StepContext,
  speaking: readonly Speaking[],
  recorded: readonly (Said | null)[],
): Promise<(Asset | null)[]> => {
  const model = await paidModel(context.stores, context.project.settings, 'speech')
  if (!model) return []
  const ask = async ({ line: { character, line: words }, voice }: Speaking, i: number) =>
    recorded[i] ? null : askLine(context, { model, character, words, voice })
  return Promise.all(speaking.map(ask))
}

/** What came from a paid voice; null when nobody was asked, or nothing is heard in it. */
const boughtLine = async (
  context: StepContext,
  { line: { character, line: words }, fitS, channel }: Speaking,
  given: Asset | null | undefined,
): Promise<Said | null> => {
  const taken = given ? await heardLine(context, { given, character, words, fitS, channel }) : null
  return taken && { asset: taken.asset, durationS: taken.durationS, spoken: true }
}

/** With its mouth; the scratch voice says what nobody else did. */
const spokenAs = async (context: StepContext, speaking: Speaking, heard: Said | null): Promise<SpokenSound> => {
  const { line, seen } = speaking
  const said = heard ?? (await scratchLine(context, speaking))
  const mouth = await context.providers.levels(
    context.stores.assets.pathOf(said.asset.name),
    context.project.settings.fps,
  )
  return { character: line.character, line: line.line, startS: line.startS, levels: mouth, seen, ...said }
}

type Said = Pick<SpokenSound, 'asset' | 'durationS' | 'spoken'>

const channelOf = (
  { extension, parenthetical }: SpokenLine,
  { heading, seen }: { heading: string; seen: boolean },
): VoiceChannel => voiceChannel({ extension: textOf(extension), parenthetical: textOf(parenthetical), heading, seen })

const scratchLine = async (context: StepContext, { line, fitS, voice, channel }: Speaking): Promise<Said> => {
  const { speech } = context.providers
  const request = { text: line.line, voice, fitS, channel }
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
  return { durationS: made.answer.durationS, asset: made.asset, spoken: made.answer.spoken }
}

/** Fields of a Scenes document, where what says nothing is null. */
const splitScene = (scene: Record<string, unknown>, fps: number): SplitScene => ({
  heading: textOf(scene.heading),
  sceneNumber: textOf(scene.sceneNumber),
  durationS: Number(scene.frames ?? 0) / fps,
  transitionIn: (scene.transitionIn ?? 'cut') as SplitScene['transitionIn'],
  transitionOut: (scene.transitionOut ?? 'cut') as SplitScene['transitionOut'],
  dialogue: (scene.dialogue ?? []) as SpokenLine[],
})

const thousandths = (value: number): number => Math.round(value * 1000) / 1000

const voiceOf = (cast: Record<string, unknown>[], name: string): Voice =>
  (cast.find((one) => one.name === name)?.voice as Voice | null | undefined) ?? {
    gender: 'unknown',
    age: 'adult',
    variant: 0,
  }
