import type { TransitionKind } from '@/domain/scene/vocabulary'

/** A scene ready to be cut: its clip holds `headHandle` frames before the scene's own first one. */
export type EditScene = {
  id: string
  frames: number
  headHandle: number
  transitionIn: TransitionKind
  transitionOut: TransitionKind
  transitionSeconds: number
}

export type EditPiece =
  | { kind: 'body'; scene: number; fromFrame: number; frames: number }
  | { kind: 'black'; fade: 'in' | 'out'; scene: number; fromFrame: number; frames: number }
  | {
      kind: 'join'
      effect: 'dissolve' | 'wipe'
      out: number
      outFrom: number
      in: number
      inFrom: number
      frames: number
    }

export type Edit = { startFrames: number[]; frames: number; pieces: EditPiece[] }

/**
 * Lays scenes end to end, in frames. A transition's frames belong to the scene that goes out: a dissolve shows its last
 * frames over the handle of the next, a fade takes them to black.
 */
export const editFilm = (scenes: readonly EditScene[], fps: number): Edit => {
  const startFrames: number[] = []
  const pieces: EditPiece[] = []
  let frames = 0
  scenes.forEach((scene, i) => {
    startFrames.push(frames)
    frames += scene.frames
    pieces.push(...piecesOf(scene, { index: i, next: scenes[i + 1], fps }))
  })
  return { startFrames, frames, pieces: pieces.filter((piece) => piece.frames > 0) }
}

const piecesOf = (
  scene: EditScene,
  { index, next, fps }: { index: number; next: EditScene | undefined; fps: number },
): EditPiece[] => {
  const wish = Math.min(Math.round(scene.transitionSeconds * fps), Math.floor(scene.frames / 3))
  const out = outOf(scene, next, wish)
  const into = scene.transitionIn === 'fade' && index === 0 ? Math.min(fps, Math.floor(scene.frames / 3)) : 0
  const at = scene.headHandle
  const body = scene.frames - into - out.frames
  return [
    { kind: 'black', fade: 'in', scene: index, fromFrame: at, frames: into },
    { kind: 'body', scene: index, fromFrame: at + into, frames: body },
    out.kind === 'join'
      ? {
          kind: 'join',
          effect: out.effect,
          out: index,
          outFrom: at + into + body,
          in: index + 1,
          inFrom: (next?.headHandle ?? 0) - out.frames,
          frames: out.frames,
        }
      : { kind: 'black', fade: 'out', scene: index, fromFrame: at + into + body, frames: out.frames },
  ]
}

type Out = { kind: 'join'; effect: 'dissolve' | 'wipe'; frames: number } | { kind: 'black'; frames: number }

const outOf = (scene: EditScene, next: EditScene | undefined, wish: number): Out => {
  const { transitionOut } = scene
  if (transitionOut === 'fade') return { kind: 'black', frames: wish }
  if ((transitionOut === 'dissolve' || transitionOut === 'wipe') && next)
    return { kind: 'join', effect: transitionOut, frames: Math.min(wish, next.headHandle) }
  return { kind: 'black', frames: 0 }
}
