import { editFilm, type EditPiece, type EditScene } from '@/domain/film/editFilm'
import type { FilmAsCut, SceneAsCut } from '@/domain/film/filmAsCut'
import { filmLines } from '@/domain/film/filmLines'
import type { Asset } from '@/domain/generation/generationKey'
import { textOf } from '@/domain/words'
import { clipNames, reelNames } from './sourceNames'
import { stems, type Timeline, type TimelineClip, type TimelineMarker, type TimelineMedia } from './timeline'

const soundRate = 48_000
const hourS = 3600

/** The read model of a film as it was cut: every frame of it belongs to exactly one clip. */
export const timelineOf = (project: { slug: string; title: string }, film: FilmAsCut): Timeline => {
  const { cut, mix, stitched, width, height } = film
  const { fps } = cut
  const clips = clipsOf(cut)
  return {
    slug: project.slug,
    title: project.title,
    film: { name: stitched.film.name, sha256: stitched.film.sha256 },
    rate: { num: fps, den: 1 },
    width,
    height,
    frames: cut.frames,
    startFrame: hourS * fps,
    clips,
    sound: {
      rate: soundRate,
      stems: stems.map((stem) => ({ stem, media: mediaOf(mix.stems[stem], `stems/${stem}.wav`) })),
      dialogue: linesOf(cut),
    },
    markers: markersOf(clips),
  }
}

const mediaOf = ({ name, sha256, mime, bytes }: Asset, path: string): TimelineMedia => ({
  name,
  sha256,
  mime,
  bytes,
  path,
})

const clipsOf = ({ scenes, fps }: FilmAsCut['cut']): TimelineClip[] => {
  const { pieces } = editFilm(scenes.map(editScene), fps)
  const names = clipNames(scenes.map(({ scene }) => textOf(scene.clipName)))
  const reels = reelNames(names)
  return scenes.map(({ id, scene, startFrame, frames, conformed }, i) => {
    const { asset, shot } = conformed
    const { headHandle } = shot.clip
    const clipName = names[i] ?? ''
    return {
      scene: id,
      clipName,
      reel: reels[i] ?? '',
      sequenceNumber: i + 1,
      sceneNumber: textOf(scene.sceneNumber),
      shotNumber: Number(scene.shotNumber ?? 0),
      heading: textOf(scene.heading),
      verdict: shot.verdict,
      recordIn: startFrame,
      recordOut: startFrame + frames,
      sourceIn: headHandle,
      sourceOut: headHandle + frames,
      headHandle,
      tailHandle: Math.max(0, (asset.frames ?? 0) - headHandle - frames),
      media: mediaOf(asset, `clips/${clipName}.mp4`),
      fadeIn: pieces.find((piece) => piece.kind === 'black' && piece.fade === 'in' && piece.scene === i)?.frames ?? 0,
      transitionOut: transitionOut(pieces, i),
    }
  })
}

const editScene = ({ id, scene, frames, conformed }: SceneAsCut): EditScene => ({
  id,
  frames,
  headHandle: conformed.shot.clip.headHandle,
  transitionIn: (scene.transitionIn ?? 'cut') as EditScene['transitionIn'],
  transitionOut: (scene.transitionOut ?? 'cut') as EditScene['transitionOut'],
  transitionSeconds: Number(scene.transitionSeconds ?? 0),
})

const transitionOut = (pieces: readonly EditPiece[], scene: number): TimelineClip['transitionOut'] => {
  for (const piece of pieces) {
    if (piece.kind === 'join' && piece.out === scene) return { kind: piece.effect, frames: piece.frames }
    if (piece.kind === 'black' && piece.fade === 'out' && piece.scene === scene)
      return { kind: 'fade', frames: piece.frames }
  }
  return null
}

const linesOf = (cut: FilmAsCut['cut']): Timeline['sound']['dialogue'] =>
  filmLines(cut).map(({ character, text, startS, durationS, asset }) => {
    const recordIn = Math.min(Math.max(0, Math.round(startS * cut.fps)), cut.frames - 1)
    return {
      character,
      text,
      recordIn,
      recordOut: Math.min(cut.frames, Math.max(recordIn + 1, Math.round((startS + durationS) * cut.fps))),
      startSample: Math.max(0, Math.round(startS * soundRate)),
      samples: Math.max(0, Math.round(durationS * soundRate)),
      media: asset && { name: asset.name, sha256: asset.sha256 },
    }
  })

const markersOf = (clips: readonly TimelineClip[]): TimelineMarker[] =>
  clips
    .filter(({ sceneNumber }, i) => i === 0 || sceneNumber !== clips[i - 1]?.sceneNumber)
    .map(({ recordIn, sceneNumber, heading }) => ({ frame: recordIn, name: `Scene ${sceneNumber}`, note: heading }))
