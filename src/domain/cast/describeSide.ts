import type { CharacterLook, TurnaroundView } from './look'

/** What one side of a person shows, in words: no face from behind, no beard where it is hidden. */
export const describeSide = (look: CharacterLook, view: TurnaroundView): string => {
  const back = view === 'back'
  const hair = look.hair === 'bald' ? 'a bald head' : `${look.hair} hair (${look.hairColor})`
  const head = [
    look.hat === 'none' ? hair : `a ${look.hat} over ${hair}`,
    back ? 'no face' : view.endsWith('_side') ? 'the face in profile' : 'the face',
    look.beard && !back ? 'a beard' : '',
    look.glasses && !back ? 'glasses' : '',
  ].filter((part) => part !== '')
  const costume = `${back ? 'the back of ' : ''}a ${look.costume} (${look.costumeColor})`
  return `${ageWords[look.age]} of ${look.build} build, ${head.join(', ')}, ${costume}`
}
const ageWords: Record<CharacterLook['age'], string> = { child: 'a child', adult: 'an adult', elder: 'an elder' }
