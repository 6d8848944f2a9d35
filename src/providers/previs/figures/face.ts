import type { CharacterLook } from '@/domain/cast/look'
import type { Expression } from './emotions'
import type { FigureColours } from './figureColours'
import type { HeadForm } from './headForm'
import type { ViewKind } from './viewKind'

export type Face = {
  id: string
  kind: Exclude<ViewKind, 'back'>
  look: CharacterLook
  form: HeadForm
  colours: FigureColours
  expression: Expression
  /** 0 closed, 1 half, 2 open; undefined leaves the mouth to the feeling. */
  mouth: 0 | 1 | 2 | undefined
  closed: boolean
}

export type EyePlace = { x: number; wide: number; inner: 1 | -1 }
export type Places = {
  eyes: EyePlace[]
  eyeY: number
  nose: string
  noseShade: string
  mouth: { x: number; wide: number }
  cheeks: number[]
}

/** Where things sit on the three faces; `inner` is the side of the eye the nose is on. */
export const places: Record<Face['kind'], Places> = {
  front: {
    eyes: [{ x: -22, wide: 14, inner: 1 }, { x: 22, wide: 14, inner: -1 }], // prettier-ignore
    eyeY: -4,
    nose: 'M-3 4C-6 12-9 17-7 21C-4 25 4 25 8 21',
    noseShade: 'M2 2C3 10 9 15 9 20C8 24 3 25 0 24C2 16 1 8 2 2Z',
    mouth: { x: 0, wide: 17 },
    cheeks: [-32, 32],
  },
  threeQuarter: {
    eyes: [{ x: 2, wide: 14, inner: 1 }, { x: 37, wide: 9.5, inner: -1 }], // prettier-ignore
    eyeY: -4,
    nose: 'M25 0C28 8 36 16 35 20C33 24 27 24 22 23',
    noseShade: 'M24-2C27 8 35 15 35 20C33 24 26 25 20 23C17 21 19 17 22 16C24 10 24 4 24-2Z',
    mouth: { x: 24, wide: 14.5 },
    cheeks: [-8],
  },
  side: {
    eyes: [{ x: 30, wide: 9.5, inner: 1 }],
    eyeY: -4,
    nose: 'M51 23C47 23 45 20 46 17',
    noseShade: '',
    mouth: { x: 41, wide: 9 },
    cheeks: [18],
  },
}
