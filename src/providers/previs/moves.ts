import type { Movement } from '@/domain/scene/vocabulary'

/** Where the camera stands: px at 720 lines to the right and down, and its enlargement. */
export type Camera = { x: number; y: number; z: number }

/** What a move asks: `flat` moves lay all layers alike, the others part near from far. */
export type Move = { flat: boolean; at(moment: Moment): Camera }
/** `t` 0–1 over the scene (a little outside in its handles), `s` seconds since its first frame. */
export type Moment = { t: number; s: number }

/** Half smooth, half even; outside 0–1 it goes on evenly, so that handles do not stand still. */
export const eased = (t: number): number => {
  const inside = Math.min(1, Math.max(0, t))
  return 0.6 * inside * inside * (3 - 2 * inside) + 0.4 * t
}
const across = (t: number) => 2 * eased(t) - 1

/**
 * The move of a scene. `direction` 1 goes right, down or in, −1 the other way.
 * Even a static camera drifts: no shot stands quite still.
 */
export const moveOf = (movement: Movement, direction: 1 | -1): Move => {
  const d = direction
  const still = { x: 0, y: 0, z: 1 }
  switch (movement) {
    case 'static':
      return { flat: false, at: ({ t }) => ({ ...still, x: 9 * d * (2 * t - 1) }) }
    case 'pan':
      return { flat: true, at: ({ t }) => ({ ...still, x: 70 * d * across(t) }) }
    case 'tilt':
      return { flat: true, at: ({ t }) => ({ ...still, y: -38 * d * across(t) }) }
    case 'zoom':
      return { flat: true, at: ({ t }) => ({ ...still, z: 1 + 0.1 * eased(t) }) }
    case 'dolly':
      return { flat: false, at: ({ t }) => ({ ...still, z: d > 0 ? 1 + 0.1 * eased(t) : 1.12 - 0.12 * eased(t) }) }
    case 'truck':
    case 'tracking':
      return { flat: false, at: ({ t }) => ({ ...still, x: 44 * d * across(t) }) }
    case 'pedestal':
      return { flat: false, at: ({ t }) => ({ ...still, y: -24 * d * across(t) }) }
    case 'crane':
      return {
        flat: false,
        at: ({ t }) => ({ x: 10 * across(t), y: 24 * d * across(t), z: 1.02 + 0.05 * eased(t) }),
      }
    case 'handheld':
      return {
        flat: true,
        at: ({ s }) => ({
          x: 5 * Math.sin(1.9 * s) + 2.6 * Math.sin(4.3 * s + 1),
          y: 3.6 * Math.sin(2.3 * s + 2) + 1.8 * Math.sin(5.1 * s),
          z: 1.012,
        }),
      }
  }
}

/** Where a picture's corner comes to lie that lies at (x, y) while the camera rests. px of the frame. */
export const seen = (
  corner: { x: number; y: number },
  {
    camera,
    parallax,
    focus,
    unit,
  }: { camera: Camera; parallax: number; focus: { x: number; y: number }; unit: number },
): { x: number; y: number; zoom: number } => {
  const zoom = 1 + (camera.z - 1) * parallax
  return {
    x: focus.x + (corner.x - focus.x) * zoom - camera.x * unit * parallax,
    y: focus.y + (corner.y - focus.y) * zoom - camera.y * unit * parallax,
    zoom,
  }
}
