import type { ModelDepartment } from '../project/projectSettings'

/** What can be made outside of the scenes. */
export const oneOffKinds = ['picture', 'clip'] as const
export type OneOffKind = (typeof oneOffKinds)[number]

/** One picture or clip that somebody wants outside of the scenes, in their own words. */
export type OneOff = {
  kind: OneOffKind
  prompt: string
  /** Id of the catalogue, or previs. */
  model: string
  /** Id of a Media document: what a picture follows, what a clip begins with. */
  reference: string | null
  /** Of a clip; null for a picture. */
  seconds: number | null
  /** The same wish again is the same picture; another take is another one. */
  take: number
}

/** Whose models make it: a picture that follows another one comes from those that work on pictures. */
export const departmentOfOneOff = ({ kind, reference }: Pick<OneOff, 'kind' | 'reference'>): ModelDepartment => {
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

export const isOneOffCall = (what: string): boolean => /^One-off (?:picture|clip): /.test(what)
