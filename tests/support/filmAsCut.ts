import { editFilm } from '@/domain/film/editFilm'
import type { FilmAsCut } from '@/domain/film/filmAsCut'
import type { Asset } from '@/domain/generation/generationKey'
import type { TransitionKind } from '@/domain/scene/vocabulary'

export type CutPlan = { frames: number; out: TransitionKind; seconds: number; sceneNumber?: string; heading?: string }

const asset = (name: string, facts: Partial<Asset> = {}): Asset => {
  const sha256 = Buffer.from(name).toString('hex').padEnd(64, '0').slice(-64)
  return { sha256, name: `${sha256}.${name.split('.').at(-1) ?? ''}`, mime: 'video/mp4', bytes: 1000, ...facts }
}

/** A finished film of these pieces, with the numbers the pipeline's own cut gives it. */
export const filmOfPlan = (plan: readonly CutPlan[], { fps = 24, fadeIn = false } = {}): FilmAsCut => {
  const into = (i: number): TransitionKind => (i === 0 ? (fadeIn ? 'fade' : 'cut') : (plan[i - 1]?.out ?? 'cut'))
  const handle = (i: number) => (i > 0 && (into(i) === 'dissolve' || into(i) === 'wipe') ? fps : 0)
  const scenes = plan.map(({ frames, out, seconds, sceneNumber = String(i(plan, frames)), heading = '' }, at) => ({
    id: String(at).padStart(24, '0'), frames, headHandle: handle(at), transitionIn: into(at), transitionOut: out, transitionSeconds: seconds,
    sceneNumber, heading,
  })) // prettier-ignore
  const { startFrames, frames } = editFilm(scenes, fps)
  return {
    width: 1280,
    height: 720,
    stitched: { film: asset('film.mp4') },
    mix: { stems: { dialogue: asset('dialogue.wav'), music: asset('music.wav'), effects: asset('effects.wav') } },
    cut: {
      fps,
      frames,
      scenes: scenes.map(({ id, headHandle, frames: own, ...scene }, at) => ({
        id,
        startFrame: startFrames[at] ?? 0,
        frames: own,
        scene: { ...scene, shotNumber: 10 * (at + 1), clipName: `SC${scene.sceneNumber.padStart(3, '0')}_SH${String(10 * (at + 1)).padStart(3, '0')}`, dialogue: [{ character: 'MARA', line: 'Say & that “again”.', startS: 1, endS: 2.5, dual: '' }] },
        conformed: {
          asset: asset(`clip${String(at)}.mp4`, { frames: own + headHandle }),
          shot: { clip: { frames: own, headHandle }, verdict: 'passed', lines: [{ startS: 1.04, durationS: 1.37, asset: asset(`line${String(at)}.wav`) }] },
        },
      })), // prettier-ignore
    },
  }
}

const i = (plan: readonly CutPlan[], frames: number) => 1 + plan.findIndex((one) => one.frames === frames)

/** Cuts, a dissolve, a wipe, two fades and a fade in: whatever a film of ours may hold. */
export const mixedFilm = (fps = 24): FilmAsCut =>
  filmOfPlan(
    [
      { frames: 4 * fps, out: 'cut', seconds: 0, sceneNumber: '1', heading: 'INT. LAMP ROOM - NIGHT' },
      { frames: 5 * fps + 7, out: 'dissolve', seconds: 1, sceneNumber: '1' },
      { frames: 3 * fps + 1, out: 'fade', seconds: 0.7, sceneNumber: '2', heading: 'EXT. QUAY <“Ōsaka” & Söhne> - DAWN' },
      { frames: 6 * fps, out: 'wipe', seconds: 0.5, sceneNumber: '12A' },
      { frames: 3 * fps, out: 'fade', seconds: 1.5, sceneNumber: '13' },
    ],
    { fps, fadeIn: true },
  ) // prettier-ignore
