import type { CharacterLook } from '@/domain/cast/look'
import { hueOf, lighten, luma, mix } from '../colour'
import { type Light, paintPerson } from '../light'
import { hash32 } from '../random'

/** Every colour of one person in one light, ready for `fill`. */
export type FigureColours = {
  skin: string
  skinDark: string
  blush: string
  lip: string
  mouthInside: string
  teeth: string
  eyeWhite: string
  iris: string
  pupil: string
  brow: string
  hair: string
  hairLight: string
  hairDark: string
  costume: string
  costumeDark: string
  costumeLight: string
  accent: string
  accentDark: string
  linen: string
  linenDark: string
  legs: string
  legsDark: string
  shoe: string
  hat: string
  hatDark: string
  metal: string
  wood: string
  ink: string
}

const accents = ['#e8c25a', '#f0e4cf', '#4f8f9e', '#d98a6a', '#8fb3a0', '#e9b9a6', '#5d6f9a'] as const
const trousers = ['#2c3442', '#3b3630', '#39424a', '#453a3a', '#32403d', '#403b4d'] as const
/** In the shadow side of the light, near the lens: dark, but hair and coat keep a breath of their colour. */
export const shadowed = (colour: string, light: Light): string =>
  mix(colour, mix(light.ink, '#0a0a10', 0.6), light.night || light.interior ? 0.74 : 0.66)

const irises = ['#4a3220', '#3d5a4a', '#3f5f80', '#5a4630', '#2f2723'] as const
const hats = ['#3d342e', '#2f3c46', '#5b4433', '#44474a'] as const

/** What the profile does not name (scarf, trousers, eyes) follows from what it names, so it is the same in every scene.
 *  `silhouette` sinks everything into shadow, for a person near the lens whose face nobody sees; hair and coat still part. */
export function figureColours(look: CharacterLook, light: Light, silhouette: boolean): FigureColours {
  const seed = hash32(`${look.costumeColor} ${look.hairColor} ${look.skinColor} ${look.hair}`)
  const take = (from: readonly string[], shift: number) => from[(seed >>> shift) % from.length] ?? '#808080'
  const lit = (local: string) => (silhouette ? shadowed(paintPerson(local, light), light) : paintPerson(local, light))
  const away = (one: string) => Math.abs(((hueOf(one) - hueOf(look.costumeColor) + 540) % 360) - 180)
  const accent = accents.filter((one) => away(one) > 70)[seed % 3] ?? take(accents, 4)
  const brow = luma(look.hairColor) > 150 ? mix(look.hairColor, '#4a3a30', 0.45) : mix(look.hairColor, '#140d10', 0.35)
  const legs = take(trousers, 7)
  const hat =
    look.hat === 'hood' ? look.costumeColor : look.hat === 'brimmed' ? take(hats, 11) : mix(accent, '#20242e', 0.25)
  const colours: FigureColours = {
    skin: look.skinColor,
    skinDark: mix(look.skinColor, '#5c2330', 0.34),
    blush: mix(look.skinColor, '#e0453a', 0.5),
    lip: mix(look.skinColor, '#98303a', 0.58),
    mouthInside: '#4a1720',
    teeth: '#f6eee0',
    eyeWhite: '#fbf6ea',
    iris: take(irises, 15),
    pupil: '#140f14',
    brow,
    hair: look.hairColor,
    hairLight: lighten(mix(look.hairColor, '#d9a066', 0.14), 0.1),
    hairDark: lighten(look.hairColor, -0.06),
    costume: look.costumeColor,
    costumeDark: mix(look.costumeColor, '#141020', 0.3),
    costumeLight: lighten(look.costumeColor, 0.08),
    accent,
    accentDark: mix(accent, '#2a1a24', 0.32),
    linen: '#f1e8d6',
    linenDark: '#cdbfa6',
    legs,
    legsDark: mix(legs, '#0a0a12', 0.35),
    shoe: '#2a211e',
    hat,
    hatDark: mix(hat, '#0f0c12', 0.4),
    metal: '#e3bd5d',
    wood: '#7a5638',
    ink: '#15111c',
  }
  return Object.fromEntries(Object.entries(colours).map(([part, local]) => [part, lit(local)])) as FigureColours
}
