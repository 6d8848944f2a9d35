import type { CharacterLook } from '@/domain/cast/look'
import type { StagedPerson, Staging } from '@/domain/scene/staging'

const look = (change: Partial<CharacterLook>): CharacterLook => ({
  age: 'adult', build: 'average', hair: 'bob', hat: 'none', beard: false, glasses: false, costume: 'coat',
  costumeColor: '#b3261e', hairColor: '#2a1e22', skinColor: '#dca382', evidence: [], ...change,
}) // prettier-ignore

export const looks = {
  mara: look({}),
  jonas: look({ age: 'elder', hat: 'beanie', beard: true, costume: 'sweater', costumeColor: '#c9962f' }),
  pip: look({ age: 'child', hair: 'curly', costumeColor: '#e0b422' }),
  vance: look({ hat: 'brimmed', glasses: true, build: 'broad', costume: 'jacket', costumeColor: '#2b3f73' }),
}

export const person = (name: keyof typeof looks, x: number, change: Partial<StagedPerson> = {}): StagedPerson => ({
  name, look: looks[name], x, view: 'three_quarter_right', pose: 'stand', emotion: 'neutral', holds: '', near: false,
  ...change,
}) // prettier-ignore

export const staging = (change: Partial<Staging>): Staging => ({
  place: { name: 'OLD TOWN STREET', interior: false, description: 'a narrow street' },
  timeOfDay: 'night', weather: 'clear', shotSize: 'wide', angle: 'eye_level', movement: 'static', people: [], props: [],
  crowd: 0, width: 320, height: 180, ...change,
}) // prettier-ignore
