import type { CharacterLook } from '@/domain/cast/look'
import { drawFace } from './drawFace'
import type { Face } from './face'
import type { FigureColours } from './figureColours'
import type { FigureFilters } from './figureFilters'
import { n } from './geometry'
import { outlineOf, type HeadForm } from './headForm'
import { beards, ears, hairs, hatLine, hats, type Hair } from './headShapes'
import type { ViewKind } from './viewKind'

export type Head = {
  id: string
  kind: ViewKind
  look: CharacterLook
  form: HeadForm
  colours: FigureColours
  filters: FigureFilters
  /** −1 light from the left of the drawing, 1 from the right. */
  side: number
  silhouette: boolean
  face: Omit<Face, 'kind'>
}

/** The head in its own units (150 high, middle at 0 0), as two layers: what falls behind the shoulders, and the rest. */
export function drawHead(head: Head): { behind: string; front: string } {
  const { id, kind, look, form, colours, filters } = head
  const outline = outlineOf(kind, form)
  const hair = look.hat === 'hood' && look.hair !== 'bald' ? hairs.short : hairs[look.hair]
  const skull = `<g ${filters.head}><path d="${outline}" fill="${colours.skin}"/></g>`
  const earsDrawn = drawEars(head)
  const earsOver = hair?.earsOver ?? true
  return {
    behind: hair ? hairBehind(head, hair) : '',
    front:
      `<clipPath id="${id}-skull"><path d="${outline}"/></clipPath>` +
      `<clipPath id="${id}-hat"><rect x="-200" y="${n(hatLine - liftOf(look))}" width="400" height="400"/></clipPath>` +
      (earsOver ? '' : earsDrawn) +
      (kind === 'back' ? beardOf(head) + skull : skull + faceOf(head, kind, hair)) +
      (hair ? worn(head, hair.front[kind], underHat(head)) + strandsOf(head) : '') +
      (earsOver ? earsDrawn : '') +
      hatOf(head),
  }
}

function faceOf(head: Head, kind: Face['kind'], hair: Hair | undefined): string {
  if (head.silhouette) return beardOf(head)
  const shades = faceShade(head) + (hair ? fringeShadow(head, hair.front[kind]) : '')
  return (
    `<g clip-path="url(#${head.id}-skull)">${shades}</g>` +
    beardOf(head) +
    drawFace({ ...head.face, kind }) +
    (head.look.glasses ? glassesOf(head) : '')
  )
}

function hairBehind(head: Head, { back }: Hair): string {
  const d = head.kind === 'back' ? undefined : back?.[head.kind]
  if (!d) return ''
  // A bun would grow out of a hat; a tail hangs below it. From the front what falls behind the neck lies in its shadow.
  const clip = head.look.hair === 'bun' ? underHat(head) : ''
  const falls = head.kind === 'front' && (head.look.hair === 'bob' || head.look.hair === 'long')
  return falls
    ? `<g transform="translate(0 5) scale(.92 .95)" fill="${head.colours.hairDark}">${separate(d)}</g>`
    : worn(head, d, clip)
}

/** Under a hat only what hangs below its edge is drawn. */
function underHat({ id, look }: Head): string {
  return look.hat === 'none' || look.hat === 'hood' ? '' : `clip-path="url(#${id}-hat)"`
}

function worn({ colours, filters }: Head, d: string, clip: string): string {
  return `<g ${clip}><g ${filters.head} fill="${colours.hair}">${separate(d)}</g></g>`
}

/** Each outline as a path of its own: in one path, two that turn against each other would cut holes. */
function separate(d: string): string {
  return d
    .split(/(?=M)/)
    .map((outline) => `<path d="${outline}"/>`)
    .join('')
}

function drawEars({ kind, colours, silhouette, look }: Head): string {
  const grow = look.age === 'elder' ? 1.16 : 1
  const drawn = ears[kind].map(
    ({ x, y, rx }) =>
      `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx * grow)}" ry="${n(15 * grow)}" fill="${colours.skin}"/>`,
  )
  const inner = ears[kind].map(
    ({ x, y, rx }) =>
      `<path d="M${n(x - rx * 0.3)} ${n(y - 7)}Q${n(x + rx * 0.6)} ${n(y - 6)} ${n(x + rx * 0.2)} ${n(y + 3)}" fill="none" stroke="${colours.skinDark}" stroke-width="2" stroke-linecap="round" opacity=".7"/>`,
  )
  return `${drawn.join('')}${silhouette || kind === 'back' ? '' : inner.join('')}`
}

/** A hard-edged dusk over the half away from the light; its edge runs down the nose. */
function faceShade({ kind, side, colours }: Head): string {
  const lines = {
    front: side < 0 ? 'M6-80L4-8L9 20L3 28L8 80L80 80L80-80Z' : 'M-6-80L-4-8L-9 20L-3 28L-8 80L-80 80L-80-80Z',
    threeQuarter:
      side < 0
        ? 'M40-80L30-14L36 20L30 27L34 80L80 80L80-80Z'
        : 'M-2-80C-14-30-18-4-8 14C2 32 0 50-12 80L-80 80L-80-80Z',
    side:
      side < 0 ? 'M40-80L38-14L48 24L40 30L42 80L80 80L80-80Z' : 'M8-80C0-30 2 0 8 18C12 36 12 50 4 80L-80 80L-80-80Z',
  }
  return kind === 'back' ? '' : `<path d="${lines[kind]}" fill="${colours.skinDark}" opacity=".3"/>`
}

function fringeShadow({ colours, look }: Head, d: string): string {
  const under =
    look.hat === 'none' || look.hat === 'hood'
      ? ''
      : `<rect x="-80" y="${n(hatLine - 6 - liftOf(look))}" width="160" height="16" fill="${colours.ink}" opacity=".2"/>`
  return `<path d="${d}" transform="translate(0 6)" fill="${colours.ink}" opacity=".2"/>${under}`
}

function strandsOf(head: Head): string {
  const { kind, look, colours, silhouette } = head
  const shine = hairs[look.hair]?.shine[kind]
  if (!shine || silhouette || look.hat === 'hood') return ''
  const thick = look.hair === 'curly' ? 4 : 6
  return `<g ${underHat(head)}><path d="${shine}" fill="none" stroke="${colours.hairLight}" stroke-width="${String(thick)}" stroke-linecap="round" opacity=".75"/></g>`
}

function beardOf({ kind, look, colours, filters }: Head): string {
  const d = beards[kind]
  if (!look.beard || !d) return ''
  const strands =
    kind === 'back'
      ? ''
      : `<path d="${beardLines[kind]}" fill="none" stroke="${colours.hairDark}" stroke-width="2.4" stroke-linecap="round" opacity=".8"/>`
  return `<g ${filters.head}><path d="${d}" fill="${colours.hair}"/></g>${strands}`
}

const beardLines = {
  front: 'M-24 62Q-20 72-14 78M0 64V80M24 62Q20 72 14 78',
  threeQuarter: 'M-10 56Q-4 70 4 76M18 64Q19 72 20 78',
  side: 'M2 58Q8 70 14 78M26 62Q28 72 30 78',
}

function glassesOf({ kind, colours, filters }: Head): string {
  const rims = { front: [[-22, 17], [22, 17]], threeQuarter: [[2, 17], [38, 12]], side: [[33, 11]] }[kind as Face['kind']] as [number, number][] // prettier-ignore
  const lenses = rims
    .map(
      ([x, rx]) =>
        `<ellipse cx="${n(x)}" cy="-4" rx="${n(rx)}" ry="16" fill="${colours.eyeWhite}" fill-opacity=".14"/>`,
    )
    .join('')
  const arms = {
    front: 'M-5-6Q0-10 5-6M-39-6L-54-9M39-6L54-9',
    threeQuarter: 'M19-6Q23-10 26-6M-15-6L-34-4',
    side: 'M22-6L-8 0M43-8L48-6',
  }
  return `<g fill="none" stroke="${colours.ink}" stroke-width="3.2" ${filters.small}>${lenses}<path d="${arms[kind as Face['kind']]}"/></g>`
}

function hatOf({ kind, look, colours, filters }: Head): string {
  if (look.hat === 'none') return ''
  const { shape, detail } = hats[look.hat]
  return `<g ${filters.head} transform="translate(0 ${n(-liftOf(look))})"><path d="${shape[kind]}" fill="${colours.hat}" fill-rule="evenodd"/><path d="${detail[kind]}" fill="${colours.hatDark}" fill-rule="evenodd" opacity="${look.hat === 'hood' ? '1' : '.75'}"/></g>`
}

/** Brims and peaks sit high enough to leave the brows free: they carry the feeling. */
function liftOf({ hat }: CharacterLook): number {
  return hat === 'brimmed' ? 13 : hat === 'cap' ? 11 : 0
}
