import { textOf } from '@/domain/words'
import { join } from 'node:path'
import type { Asset } from '@/domain/generation/generationKey'
import { soundtrackOf, type PlannedSound } from '@/domain/sound/soundtrackOf'
import type { SoundCue } from '@/providers/spec/filmTools'
import { defineStep, type StepContext } from '../defineStep'
import { cutIn, type CutScene } from './cutFilm'

export type Mix = {
  asset: Asset
  loudnessLufs: number
  truePeakDbtp: number
  stems: { dialogue: Asset; music: Asset; effects: Asset }
}

const rate = 48_000

/** Dialogue, beds, effects and music on one track as long as the picture, −14 LUFS. */
export const mixSound = defineStep({
  id: 'film.mix-sound',
  says: 'Mix the sound',
  version: 1,
  slot: 'cpu',
  seconds: 3,
  reads: { models: ['sound'], settings: ['fps'], from: ['film.cut'] },
  run: async (values, context) => {
    const { scratch, signal, stores, project } = context
    const cut = cutIn(values)
    const sounds = soundtrackOf(cut.scenes.map(heard), { fps: cut.fps, frames: cut.frames })
    const planned: SoundCue[] = []
    for (const sound of sounds) planned.push(await cueOf(context, sound))
    const cues = [...cut.scenes.flatMap((scene) => spoken(context, scene, cut.fps)), ...planned]
    const samples = Math.round((cut.frames * rate) / cut.fps)
    const to = join(scratch, 'mix.m4a')
    const files = {
      dialogue: join(scratch, 'dialogue.wav'),
      music: join(scratch, 'music.wav'),
      effects: join(scratch, 'effects.wav'),
    }
    const { loudnessLufs, truePeakDbtp } = await context.providers.film.mix({ cues, samples, stems: files }, to, {
      signal,
      scratch,
    })
    const asset = await stores.assets.keep(to, project.id)
    const keep = (file: string) => stores.assets.keep(file, project.id)
    const stems = {
      dialogue: await keep(files.dialogue),
      music: await keep(files.music),
      effects: await keep(files.effects),
    }
    const mix: Mix = { asset, loudnessLufs, truePeakDbtp, stems }
    return { gives: { mix }, files: [asset.name, ...Object.values(stems).map((stem) => stem.name)] }
  },
})

const heard = ({ startFrame, frames, scene }: CutScene) => ({
  startFrame,
  frames,
  heading: textOf(scene.heading),
  ambience: (scene.ambience ?? 'room') as 'room',
  effects: ((scene.effects ?? []) as { name: string; atS: number }[]).map(({ name, atS }) => ({ name, atS })),
  mood: ((scene.music as { mood?: string } | null)?.mood ?? 'calm') as 'calm',
})

const spoken = ({ stores }: StepContext, { startFrame, conformed }: CutScene, fps: number): SoundCue[] =>
  conformed.shot.lines.map((line) => {
    const startSample = Math.round((startFrame / fps + line.startS) * rate)
    return {
      stem: 'dialogue',
      file: stores.assets.pathOf(line.asset.name),
      startSample,
      endSample: startSample + Math.ceil(line.durationS * rate),
      gainDb: 0,
      fadeInS: 0,
      fadeOutS: 0,
      loop: false,
    }
  })

const cueOf = async (
  context: StepContext,
  { stem, request, startS, endS, gainDb, fadeS, loop }: PlannedSound,
): Promise<SoundCue> => {
  const { sound } = context.providers
  const what =
    request.kind === 'bed'
      ? `Bed: ${request.bed}`
      : request.kind === 'music'
        ? `Music: ${request.mood}`
        : `Effect: ${request.effect}`
  const made = await context.call({
    department: 'sound', what, model: sound, take: 1, prompt: what, request, file: 'sound.wav',
    make: async (at) => ({ facts: await sound.make(request, at) }),
  }) // prettier-ignore
  if (!made.asset) throw new TypeError('a sound model always writes a file')
  return {
    stem, file: context.stores.assets.pathOf(made.asset.name), startSample: Math.round(startS * rate), endSample: Math.round(endS * rate), gainDb,
    fadeInS: fadeS, fadeOutS: fadeS, loop,
  } // prettier-ignore
}
