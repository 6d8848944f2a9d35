import { isOneOffCall } from '../oneOff/oneOff'

/** What the lines of a quote are about, as quotes, bills and people tell them apart. */
export const lineKinds = [
  'references',
  'layers',
  'looks',
  'clips',
  'clipLooks',
  'lines',
  'music',
  'words',
  'wordsAgain',
  'oneOffs',
] as const
export type LineKind = (typeof lineKinds)[number]

/** The reason of a line, in people's words. */
export const lineWhy = {
  references: 'reference pictures of people, places and things; what was uploaded is not drawn again',
  layers: (takesMax: number) => `one picture for each layer: the place, people, things; at most ${String(takesMax)} takes each`,
  looks: 'each layer is looked at, and the finished picture',
  clips: 'one clip for each scene, cut to its length',
  clipLooks: 'each clip is looked at: its first, middle and last picture',
  lines: 'one for each line that is spoken',
  music: 'music',
  /** Told by each question in its own words; see the departments. */
  words: (why: string) => why,
  wordsAgain: 'asked once more where an answer does not hold',
  oneOffs: 'one picture or clip outside of the scenes',
} as const // prettier-ignore

const kindOfWhy = new Map<string, LineKind>(
  lineKinds.flatMap((kind) => (typeof lineWhy[kind] === 'string' ? [[lineWhy[kind], kind] as const] : [])),
)

const writes: ReadonlySet<string> = new Set(['character', 'world', 'visual', 'story'])

/** Which kind a line is; null for one of another program. */
export const lineKindOf = ({ department, why }: { department: string; why: string }): LineKind | null =>
  kindOfWhy.get(why) ?? (department === 'art' ? 'layers' : writes.has(department) ? 'words' : null)

/** Who looks at a picture of a clip says so in the words of its call. */
export const clipLookWhat = (picture: number): string => `picture ${String(picture)} of the clip`
const isClipLook = /picture \d+ of the clip$/

/** What of a paid call says which line it belongs to. `inScene`: it was made for one scene. */
export type CallOfLine = { department: string; what: string; take: number; inScene: boolean; kind: string | null }

type KindOf = (call: CallOfLine) => LineKind
const look: KindOf = ({ what }) => (isClipLook.test(what) ? 'clipLooks' : 'looks')
const clip: KindOf = () => 'clips'

/** Departments that pay for one thing only; `continuity` and `camera` stand on older records. */
const kindBy: ReadonlyMap<string, KindOf> = new Map<string, KindOf>([
  ['judges', look],
  ['continuity', look],
  ['animation', clip],
  ['camera', clip],
  ['sound', ({ what }) => (what.startsWith('Music: ') ? 'music' : 'lines')],
])

/** The line of a quote a paid call belongs to; null: no line speaks of it. */
export const lineKindOfCall = (call: CallOfLine): LineKind | null => {
  const { department, what, take, inScene, kind } = call
  if (!inScene && isOneOffCall(what)) return 'oneOffs'
  const byDepartment = kindBy.get(department)
  if (byDepartment) return byDepartment(call)
  if (kind === 'picture') return department === 'art' && inScene ? 'layers' : 'references'
  if (kind !== null || !writes.has(department)) return null
  return take > 1 ? 'wordsAgain' : 'words'
}
