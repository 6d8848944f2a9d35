import type { TransitionKind } from './vocabulary'

/** Frames before the scene that a dissolve or a wipe into it may use; they are made, and paid, with its clip. */
export const headHandleOf = (transitionIn: TransitionKind, fps: number): number =>
  transitionIn === 'dissolve' || transitionIn === 'wipe' ? fps : 0
