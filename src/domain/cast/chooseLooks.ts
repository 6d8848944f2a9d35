import { builds, type CharacterLook } from './look'

type Gender = 'woman' | 'man' | 'unknown'
type CastMember = { name: string; said: Partial<CharacterLook>; evidence: string[]; gender?: Gender }
type Choose = <T>(what: string, from: readonly T[]) => T
type Question = { soft: boolean; gender: Gender; age: CharacterLook['age']; before: CharacterLook[]; choose: Choose }
type Head = Pick<CharacterLook, 'hair' | 'hat' | 'beard'>

/** Costume colours at least 30° of hue (HSL) apart and all outside 10°–40°, where hair and skin live. */
export const costumeColors = [
  '#e2b52c', '#91b03b', '#59a145', '#30974f', '#20927d', '#2e8ab8', '#3e50b1', '#714ab5', '#9d4ca9', '#cb4d9a', '#c83240',
] as const // prettier-ignore
const hairColors = ['#231a1d', '#2e1f1a', '#4a2f20', '#6b4528', '#8a4a24', '#b98a4e', '#d8bd84', '#3a3532'] as const
const greyHair = ['#d9d6cf', '#b9b6b0', '#8f8d8b', '#eceae4'] as const
const skinColors = ['#f0c8a4', '#e7b58c', '#d9a074', '#c48a5e', '#a86f48', '#8c5836', '#6d432b', '#f3d3b8'] as const
const darkHair = ['#231a1d', '#2e1f1a', '#3a2a26', '#4a2f20'] as const
const softHair = ['bob', 'long', 'bun', 'curly', 'ponytail', 'short'] as const
const mensHair = ['short', 'curly', 'bald', 'short'] as const
const plainHair = ['short', 'curly', 'bald', 'long', 'short', 'bun'] as const
const softCostumes = ['coat', 'dress', 'sweater', 'jacket', 'shirt'] as const
const plainCostumes = ['jacket', 'coat', 'sweater', 'shirt'] as const
const boysHair = ['short', 'curly', 'bob', 'short'] as const
const girlsHair = ['ponytail', 'bob', 'curly', 'long', 'bun'] as const
/** Hats hide what tells heads apart: few wear one, and nobody one that is worn already while others are left. */
const everydayHats = {
  woman: ['none', 'none', 'none', 'none', 'none', 'beanie'],
  man: ['none', 'none', 'none', 'brimmed', 'beanie', 'cap'],
  unknown: ['none', 'none', 'none', 'none', 'brimmed', 'beanie', 'cap'],
  child: ['none', 'none', 'none', 'none', 'beanie'],
} as const
/** Loud pinks and purples are left to those who are not said to be men. */
const plainColors: readonly string[] = costumeColors.slice(0, 7).concat(costumeColors.slice(-1))

/** How each of a cast looks. What the text says wins; the hash of the name chooses the rest among what the people
 *  before left free, so that a person added at the end changes nobody. Age, robe, uniform, apron and hood tell a
 *  story and are never chosen, only said. Costume hues keep 30° apart for eleven people (unless the text dresses two
 *  alike); nobody has both the hue and the head of another. Out: one look per name; a name given twice counts once. */
export function chooseLooks(cast: CastMember[]): Map<string, CharacterLook> {
  const looks = new Map<string, CharacterLook>()
  for (const member of cast) if (!looks.has(member.name)) looks.set(member.name, lookOf(member, [...looks.values()]))
  return looks
}

function lookOf({ name, said, evidence, gender = 'unknown' }: CastMember, before: CharacterLook[]): CharacterLook {
  const choose: Choose = (what, from) => from[hash(`${name.toLowerCase()}|${what}`) % from.length] as (typeof from)[0]
  const age = said.age ?? 'adult'
  const soft = gender === 'unknown' ? endsSoftly(name) : gender === 'woman'
  const question = { soft, gender, age, before, choose }
  const skinColor = said.skinColor ?? skinColorOf(before, choose)
  const chosen: CharacterLook = {
    age,
    build: age === 'child' ? 'slim' : choose('build', ['average', 'slim', 'average', 'broad'] as const),
    ...headOf(question, said),
    glasses: choose('glasses', [true, false, false, false, false, false]),
    costume: costumeOf(question),
    costumeColor: costumeColorOf(question),
    hairColor: hairColorOf(question, skinColor),
    skinColor,
    evidence: [],
  }
  return { ...chosen, ...said, evidence: [...evidence] }
}

/** What may be chosen for somebody where the text is silent; a person of this skin has this hair. */
export const lookChoices = ({ name, said, gender = 'unknown' }: Omit<CastMember, 'evidence'>, skin: string) => {
  const age = said.age ?? 'adult'
  const soft = gender === 'unknown' ? endsSoftly(name) : gender === 'woman'
  const hairs: readonly string[] = age === 'elder' ? greyHair : isDark(skin) ? darkHair : hairColors
  return {
    build: age === 'child' ? (['slim'] as const) : builds,
    hair: [...new Set(hairsOf({ soft, gender, age }))],
    hat: [...new Set<Head['hat']>(everydayHats[age === 'child' ? 'child' : gender])],
    beard: soft || age === 'child' || gender !== 'man' ? [false] : [false, true],
    glasses: [false, true],
    costume: soft ? softCostumes : plainCostumes,
    costumeColor: costumeColors,
    hairColor: hairs,
  } satisfies { [field in keyof CharacterLook]?: readonly CharacterLook[field][] }
}

/** Hair, hat and beard together make the silhouette people are known by, so they are chosen together. */
function headOf({ soft, gender, age, before, choose }: Question, said: Partial<CharacterLook>): Head {
  const smooth = soft || age === 'child'
  const hairs = said.hair ? [said.hair] : hairsOf({ soft, gender, age })
  // Nobody gets a beard who may be a woman.
  const beards = said.beard !== undefined ? [said.beard] : smooth || gender !== 'man' ? [false] : [false, false, true]
  const hats = said.hat ? [said.hat] : freeHats(everydayHats[age === 'child' ? 'child' : gender], before)
  const heads = hairs.flatMap((hair) => hats.flatMap((hat) => beards.map((beard): Head => ({ hair, hat, beard }))))
  const shapes = new Set(before.map(shapeOf))
  const unlike = heads.filter((head) => !shapes.has(shapeOf(head)))
  const hairsWorn = new Set(before.map((look) => look.hair))
  const fresh = unlike.filter((head) => !hairsWorn.has(head.hair))
  return choose('head', [fresh, unlike, heads].find((some) => some.length > 0) ?? heads)
}

function hairsOf({ soft, gender, age }: Pick<Question, 'soft' | 'gender' | 'age'>): readonly Head['hair'][] {
  if (age !== 'child') return soft ? softHair : gender === 'man' ? mensHair : plainHair
  return gender === 'man' || (gender === 'unknown' && !soft) ? boysHair : girlsHair
}

function freeHats(wardrobe: readonly Head['hat'][], before: CharacterLook[]): readonly Head['hat'][] {
  return wardrobe.filter((hat) => hat === 'none' || before.every((look) => look.hat !== hat))
}

/** Hair, hat and beard: the silhouette somebody is known by. */
export function shapeOf({ hair, hat, beard }: Head): string {
  return `${hair} ${hat} ${String(beard)}`
}

function costumeOf({ soft, before, choose }: Question): CharacterLook['costume'] {
  const worn = before.map((look) => look.costume)
  const wardrobe: readonly CharacterLook['costume'][] = soft ? softCostumes : plainCostumes
  return choose('costume', unused(wardrobe, worn))
}

/** The free colour for this name: first those 60° away from everybody, then 30°, then the farthest there is. */
function costumeColorOf({ gender, before, choose }: Question): string {
  const worn = before.flatMap((look) => hueOf(look.costumeColor) ?? [])
  const room = (color: string) => Math.min(360, ...worn.map((hue) => hueDistance(hue, hueOf(color) ?? 0)))
  const widest = Math.max(...costumeColors.map(room))
  const roomy = (from: readonly string[], least: number) => from.filter((color) => room(color) >= least)
  const quiet = gender === 'man' ? [60, 30].map((least) => roomy(plainColors, least)) : []
  const far = [...quiet, ...[60, 30, widest].map((least) => roomy(costumeColors, least))]
  return choose<string>('costumeColor', far.find((some) => some.length > 0) ?? costumeColors)
}

function skinColorOf(before: CharacterLook[], choose: Choose): string {
  const worn = before.map((look) => look.skinColor)
  return choose<string>('skin', unused<string>(skinColors, worn))
}

function hairColorOf({ age, before, choose }: Question, skin: string): string {
  const colors: readonly string[] = age === 'elder' ? greyHair : isDark(skin) ? darkHair : hairColors
  const worn = before.map((look) => look.hairColor)
  return choose('hairColor', unused(colors, worn))
}

/** Skin under which fair hair would look dyed. */
function isDark(skin: string): boolean {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(skin.slice(at, at + 2), 16))
  return 0.3 * r + 0.59 * g + 0.11 * b < 130
}

/** What nobody has yet; everything again once all of it is taken. */
function unused<T>(from: readonly T[], taken: readonly T[]): readonly T[] {
  const left = from.filter((one) => !taken.includes(one))
  return left.length > 0 ? left : from
}

/** Degrees 0–360 of a #rrggbb, undefined for a colour too grey to have one. */
export function hueOf(color: string): number | undefined {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)) as [number, number, number]
  const most = Math.max(r, g, b)
  const span = most - Math.min(r, g, b)
  if (span < 24) return undefined
  const sector = most === r ? (g - b) / span : most === g ? (b - r) / span + 2 : (r - g) / span + 4
  return (sector * 60 + 360) % 360
}

export function hueDistance(one: number, other: number): number {
  const turn = Math.abs(one - other) % 360
  return Math.min(turn, 360 - turn)
}

/** Only a lean toward softer hair and no beard when the text is silent; the text always wins. */
function endsSoftly(name: string): boolean {
  const [first = ''] = name
    .trim()
    .replace(/^(young|old|little|big) /i, '')
    .split(/\s+/)
  return /(a|e|ah|ie|y|elle|ette|lyn|beth)$/i.test(first)
}

/** FNV-1a, 32 bits, with a last stir so that short names spread. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (value ^ (value >>> 13)) >>> 0
}
