import { join } from 'node:path'
import { editFilm, type EditPiece, type EditScene } from '@/domain/film/editFilm'
import { pictureFormat } from '@/domain/format'
import type { Asset } from '@/domain/generation/generationKey'
import type { PictureSegment } from '@/providers/spec/filmTools'
import { defineStep, type StepContext, type Values } from '../defineStep'
import type { Conformed } from './conformClip'

/** One scene on the timeline: what the manifest, the subtitles and the sound are made from. */
export type CutScene = {
  id: string
  startFrame: number
  frames: number
  conformed: Conformed
  scene: Record<string, unknown>
}
export type Cut = { scenes: CutScene[]; segments: Asset[]; frames: number; fps: number }

export const cutFields = [
  'sequenceNumber', 'sceneNumber', 'shotNumber', 'clipName', 'heading', 'action', 'dialogue', 'charactersPresent', 'voices', 'location',
  'timeOfDay', 'shotSize', 'angle', 'movement', 'frames', 'boundary', 'transitionIn', 'transitionOut', 'transitionSeconds', 'ambience',
  'effects', 'music', 'tension',
] as const // prettier-ignore

/** Lays the clips end to end and renders what is no whole clip: transitions and the bodies beside them. */
export const cutFilm = defineStep({
  id: 'film.cut',
  says: 'Cut the film: order, transitions',
  version: 1,
  slot: 'cpu',
  seconds: 1,
  reads: { settings: ['aspect', 'resolution', 'fps'], scenes: cutFields, from: ['film.conform-clip'] },
  run: async (values, context) => {
    const conformed = new Map(
      (values.from['film.conform-clip'] ?? []).map((gift) => [
        (gift.conformed as Conformed).scene,
        gift.conformed as Conformed,
      ]),
    )
    const scenes = values.scenes.flatMap(({ id, scene }) => {
      const clip = conformed.get(id)
      return clip ? [{ id, scene, conformed: clip }] : []
    })
    const { fps } = context.project.settings
    const edit = editFilm(scenes.map(editScene), fps)
    const segments: Asset[] = []
    for (const [i, piece] of edit.pieces.entries()) segments.push(await render(context, { piece, scenes, index: i }))
    const cut: Cut = {
      fps,
      frames: edit.frames,
      segments,
      scenes: scenes.map(({ id, scene, conformed: clip }, i) => ({
        id,
        scene,
        conformed: clip,
        startFrame: edit.startFrames[i] ?? 0,
        frames: clip.shot.clip.frames,
      })),
    }
    return { gives: { cut }, files: [...new Set(segments.map((segment) => segment.name))] }
  },
})

type Filmed = { id: string; scene: Record<string, unknown>; conformed: Conformed }

const editScene = ({ id, scene, conformed }: Filmed): EditScene => ({
  id,
  frames: conformed.shot.clip.frames,
  headHandle: conformed.shot.clip.headHandle,
  transitionIn: (scene.transitionIn ?? 'cut') as EditScene['transitionIn'],
  transitionOut: (scene.transitionOut ?? 'cut') as EditScene['transitionOut'],
  transitionSeconds: Number(scene.transitionSeconds ?? 0),
})

type Piece = { piece: EditPiece; scenes: Filmed[]; index: number }

/** A body that is a whole clip is that clip; everything else is encoded once. */
const render = async (
  { project, stores, providers, scratch, signal }: StepContext,
  { piece, scenes, index }: Piece,
): Promise<Asset> => {
  const asset = (scene: number) => scenes[scene]?.conformed.asset
  if (piece.kind === 'body') {
    const clip = asset(piece.scene)
    if (clip && piece.fromFrame === 0 && clip.frames === piece.frames) return clip
  }
  const path = (scene: number) => stores.assets.pathOf(asset(scene)?.name ?? '')
  const { aspect, resolution, fps } = project.settings
  const to = join(scratch, `segment-${String(index)}.mp4`)
  await providers.film.segment(
    { segment: segmentOf(piece, path), format: pictureFormat(aspect, resolution, fps) },
    to,
    { signal, scratch },
  )
  return stores.assets.keep(to, project.id, { frames: piece.frames })
}

const segmentOf = (piece: EditPiece, path: (scene: number) => string): PictureSegment => {
  const { fromFrame, frames } = piece.kind === 'join' ? { fromFrame: 0, frames: piece.frames } : piece
  if (piece.kind === 'join')
    return {
      kind: 'join',
      effect: piece.effect,
      out: path(piece.out),
      outFrom: piece.outFrom,
      in: path(piece.in),
      inFrom: piece.inFrom,
      frames,
    }
  if (piece.kind === 'black') return { kind: 'black', fade: piece.fade, clip: path(piece.scene), fromFrame, frames }
  return { kind: 'body', clip: path(piece.scene), fromFrame, frames }
}

/** The cut as later steps of the same run find it. */
export const cutIn = (values: Values): Cut => (values.from['film.cut']?.[0] as { cut: Cut }).cut
