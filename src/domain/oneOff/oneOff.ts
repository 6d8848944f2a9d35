import type { ModelDepartment } from '../project/projectSettings'

/** What can be made outside of the scenes: a picture, a clip, or a picture of the library with more pixels. */
export const oneOffKinds = ['picture', 'clip', 'larger'] as const
export type OneOffKind = (typeof oneOffKinds)[number]

/** How many times wider and higher a picture becomes. */
export const largerFactors = [2, 3, 4] as const
export type LargerFactor = (typeof largerFactors)[number]

/** A picture of these pixels, and how much larger it becomes. */
export type Larger = { factor: LargerFactor; width: number; height: number }

/** One picture or clip that somebody wants outside of the scenes, in their own words. */
export type OneOff = {
  kind: OneOffKind
  /** Of a picture that becomes larger: its title. */
  prompt: string
  /** Id of the catalogue, or previs. */
  model: string
  /** Id of a Media document: what a picture follows, what a clip begins with, what becomes larger. */
  reference: string | null
  /** Only of a picture that becomes larger. */
  larger?: Larger
  /** Of a clip; null for a picture. */
  seconds: number | null
  /** The same wish again is the same picture; another take is another one. */
  take: number
}

/** No project chooses a model for what only makes pictures larger. */
export type OneOffDepartment = ModelDepartment | 'upscale'

/** Whose models make it: a picture that follows another one comes from those that work on pictures. */
export const departmentOfOneOff = ({ kind, reference }: Pick<OneOff, 'kind' | 'reference'>): OneOffDepartment => {
  if (kind === 'larger') return 'upscale'
  if (kind === 'clip') return 'video'
  return reference === null ? 'image' : 'edit'
}

const titleMost = 80

/** Its words in one line, as its file is called. */
export const titleOfOneOff = ({ prompt }: Pick<OneOff, 'prompt'>): string => {
  const line = prompt.replace(/\s+/g, ' ').trim()
  return line.length <= titleMost
    ? line
    : `${Array.from(line)
        .slice(0, titleMost - 1)
        .join('')
        .trimEnd()}…`
}

/** The name of its call, by which bills tell it from those of scenes. */
export const whatOfOneOff = (wish: Pick<OneOff, 'kind' | 'prompt'>): string =>
  `One-off ${wish.kind}: ${titleOfOneOff(wish)}`

export const isOneOffCall = (what: string): boolean => /^One-off (?:picture|clip|larger): /.test(what)
