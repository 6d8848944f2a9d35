import type { CharacterLook } from '@/domain/cast/look'
import type { OwnThing } from '../defineStep'

type Person = { name: string; look: CharacterLook }

/** Greyer than this (largest minus smallest of red, green and blue) nobody is told by it. */
const dyeLeast = 60

/**
 * Looks in the colours a person gave, where the text says nothing of them: skin and clothes of somebody's own picture,
 * else a costume in one of the colours of the style picture, each worn once.
 */
export const ownColours = (own: readonly OwnThing[]) => {
  const dyes = own.filter(({ role }) => role === 'style').flatMap(({ colours }) => colours.filter(isDye))
  return ({ name, look }: Person): CharacterLook => {
    const [skin, clothes] = own.find(({ role, subject }) => role === 'cast' && subject === name)?.colours ?? []
    const says = (about: string) => look.evidence.some((one) => one.startsWith(about))
    const worn = clothes === undefined || clothes === '' ? dyes.shift() : clothes
    const costume = says('costumeColor') ? undefined : worn
    return {
      ...look,
      ...(skin && !says('skin') ? { skinColor: skin } : {}),
      ...(costume ? { costumeColor: costume } : {}),
    }
  }
}

const isDye = (hex: string): boolean => {
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))
  return Math.max(...parts) - Math.min(...parts) > dyeLeast
}
