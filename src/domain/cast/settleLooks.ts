import { hueDistance, hueOf, shapeOf } from './chooseLooks'
import type { CharacterLook } from './look'

type Person = { name: string; look: CharacterLook }
export type SettledLooks = { looks: Map<string, CharacterLook>; faults: string[] }

/** Degrees of hue between two costumes, where there is room for it. */
const apart = 30

/**
 * The looks of a cast after wishes: what would make two people look alike is left as it was, and said. In the order of
 * the cast, so that the same wishes settle the same.
 */
export const settleLooks = (
  cast: readonly Person[],
  wishes: Readonly<Record<string, Partial<CharacterLook>>>,
): SettledLooks => {
  const looks = new Map(cast.map(({ name, look }) => [name, look]))
  const faults: string[] = []
  for (const { name, look } of cast) {
    let wish: Partial<CharacterLook> = Object.hasOwn(wishes, name) ? { ...wishes[name] } : {}
    const others = [...looks].filter(([other]) => other !== name).map(([, one]) => one)
    if (isHeadOfOther({ ...look, ...wish }, others) && !isHeadOfOther(look, others)) {
      faults.push(`${name}: somebody else has this hair, hat and beard`)
      const { hair: _hair, hat: _hat, beard: _beard, ...rest } = wish
      wish = rest
    }
    if (wish.costumeColor && room(wish.costumeColor, others) < Math.min(apart, room(look.costumeColor, others))) {
      faults.push(`${name}: somebody else wears a costume of this colour`)
      const { costumeColor: _, ...rest } = wish
      wish = rest
    }
    looks.set(name, { ...look, ...wish })
  }
  return { looks, faults }
}

const isHeadOfOther = (look: CharacterLook, others: readonly CharacterLook[]): boolean =>
  others.some((one) => shapeOf(one) === shapeOf(look))

const room = (color: string, others: readonly CharacterLook[]): number =>
  Math.min(360, ...others.flatMap(({ costumeColor }) => hueOf(costumeColor) ?? []).map((hue) => hueDistance(hue, hueOf(color) ?? 0))) // prettier-ignore
