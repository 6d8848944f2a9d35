import type { FilmedScene } from '@/domain/continuity/filmedScene'
import type { Drift } from '@/domain/continuity/measuredShot'
import type { Facing, Pose, Position } from '@/domain/scene/vocabulary'

/** 16 × 9 cells of one colour. */
export const plain = (red: number, green: number, blue: number): string =>
  Buffer.from(Array.from({ length: 144 }, () => [red, green, blue]).flat()).toString('base64')

const street = plain(90, 96, 120)

export const block = (character: string, position: Position, more: { facing?: Facing; pose?: Pose } = {}) => ({
  character, position, facing: more.facing ?? ('screen_right' as const), pose: more.pose ?? ('stand' as const), action: '',
}) // prettier-ignore

export const drift = (person: string, colour: number, shape: number | null = 0.05): Drift => ({
  person, tall: 300, measured: { regions: { hair: 0.01, face: null, costume: colour }, colour, shape },
}) // prettier-ignore

/** A film of scenes of 96 frames; what is left out is the same in all. */
export const filmOf = (scenes: Partial<FilmedScene>[]): FilmedScene[] =>
  scenes.map((more, i) => ({
    clipName: `SC001_SH0${String(i + 1)}0`, sceneNumber: '1', heading: 'EXT. STREET - NIGHT', location: 'STREET', timeOfDay: 'night',
    weather: 'rainy', storyDay: 1, blocking: [], eyeline: '', focusOn: '', action: '', costumes: [], props: [],
    startFrame: i * 96, frames: 96, boundary: 'cut', shot: { people: [], first: street, last: street }, hidden: [], ...more,
  })) // prettier-ignore
