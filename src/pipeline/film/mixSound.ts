import { textOf } from '@/domain/words'
import { join } from 'node:path'
import type { Asset } from '@/domain/generation/generationKey'
import type { PlannedSound } from '@/domain/sound/plannedSound'
import { aroundTracks } from '@/domain/sound/ownMusic'
import { isMusic } from '@/domain/sound/musicToMake'
import { soundtrackOf, type HeardScene } from '@/domain/sound/soundtrackOf'
import type { SoundCue } from '@/providers/spec/filmTools'
import { defineStep, type StepContext } from '../defineStep'
import { cutIn, type CutScene } from './cutFilm'
import { filmLines, type FilmLine } from '@/domain/film/filmLines'
import { paidModel } from '../paidModel'
import { ownEffects, ownMusic, ownSpans, type OwnEffect } from './ownCues'
import { paidMusic } from './paidMusic'

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
  version: 2,
  slot: 'cpu',
  seconds: 3,
  reads: { models: ['sound'], settings: ['fps'], from: ['film.cut'] },
  run: async (values, context) => {
    const { scratch, signal, stores, project } = context
    const cut = cutIn(values)
    const said = filmLines(cut)
    const sounds = soundtrackOf(
      cut.scenes.map((scene) => heard(scene, said, cut.fps)),
      { fps: cut.fps, frames: cut.frames },
    )
    const planned: SoundCue[] = []
    const spans = ownSpans(cut)
    const music = await paidModel(stores, project.settings, 'music')
    const wanted = aroundTracks(sounds, spans)
    if (music) planned.push(...(await paidMusic(context, { model: music, cues: wanted.filter(isMusic) })))
    for (const sound of wanted) if (!music || !isMusic(sound)) planned.push(await cueOf(context, sound))
    const own = [...(await ownMusic(context, spans)), ...(await ownEffects(context, cut))]
    const cues = [...spoken(context, said), ...planned, ...own]
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

/** A scene as it is heard; what is said counts where it sounds, also before its picture. */
const heard = ({ startFrame, frames, scene }: CutScene, said: FilmLine[], fps: number): HeardScene => {
  const [fromS, toS] = [startFrame / fps, (startFrame + frames) / fps]
  return {
    startFrame,
    frames,
    heading: textOf(scene.heading),
    ambience: textOf(scene.ambience),
    effects: ((scene.effects ?? []) as OwnEffect[]).filter(({ sound }) => !sound),
    mood: textOf((scene.music as { mood?: string } | null)?.mood),
    tension: Number(scene.tension ?? 0),
    transitionOut: (scene.transitionOut ?? 'cut') as HeardScene['transitionOut'],
    spoken: said.filter(({ startS }) => startS >= fromS && startS < toS),
  }
}

const spoken = ({ stores }: StepContext, said: FilmLine[]): SoundCue[] =>
  said.flatMap(({ asset, startS, durationS }) => {
    if (!asset) return []
    const startSample = Math.max(0, Math.round(startS * rate))
    return [
      {
        stem: 'dialogue',
        file: stores.assets.pathOf(asset.name),
        startSample,
        endSample: startSample + Math.ceil(durationS * rate),
        gainDb: 0,
        fadeInS: 0,
        fadeOutS: 0,
        loop: false,
      },
    ]
  })

const cueOf = async (
  context: StepContext,
  { stem, request, startS, endS, gainDb, fadeInS, fadeOutS, loop }: PlannedSound,
): Promise<SoundCue> => {
  const { sound } = context.providers
  const what =
    request.kind === 'bed'
      ? `Bed: ${request.muffled ? 'muffled ' : ''}${request.bed}`
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
    fadeInS, fadeOutS, loop,
  } // prettier-ignore
}
