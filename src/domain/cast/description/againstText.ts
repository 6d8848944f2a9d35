import type { CharacterLook } from '../look'
import type { Appearance } from './appearanceOf'
import type { Trait } from './trait'
import { traitsIn } from './traits'

/** `holds`: what the text says of somebody. `look`: how they are drawn. */
type Person = { holds: Appearance['holds']; look: CharacterLook }

/**
 * What words about somebody say otherwise than the text does, or than the look they are drawn with; read as the text
 * itself is read. Empty where they agree.
 */
export const againstText = (words: string, { holds, look }: Person): string[] => {
  const traits = traitsIn(`, ${words}`)
  const clothes = traits.filter(isCostume)
  const isWorn = clothes.length === 0 || clothes.some((one) => one.look.costume === look.costume)
  const otherwise = traits.flatMap((trait) => {
    const said = holds.find(({ about }) => about === trait.about)
    if (said) return agree(trait, said) ? [] : [`it says “${trait.value}”, and line ${String(said.line)} says “${said.value}”`]
    const drawn = isCostume(trait) || keysOf(trait).every((key) => trait.look[key] === look[key])
    return drawn ? [] : [`it says “${trait.value}”, and the look has it otherwise (${trait.about})`]
  })
  const undressed = isWorn || holds.some(isCostume) ? [] : [`the costume of the look, a ${look.costume}, is not among the clothes`]
  return [...otherwise, ...undressed]
} // prettier-ignore

const isCostume = ({ about }: Pick<Trait, 'about'>): boolean => about.startsWith('costume')
const keysOf = ({ look }: Trait) => Object.keys(look) as (keyof CharacterLook)[]

const agree = (one: Trait, said: Trait): boolean => {
  if (one.value.toLowerCase() === said.value.toLowerCase()) return true
  const keys = keysOf(one)
  return keys.length > 0 && keys.every((key) => said.look[key] === undefined || said.look[key] === one.look[key])
}
