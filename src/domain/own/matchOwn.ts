import { foldName } from '../cast/people/wordsOfName'
import { propIn } from '../prop/propNouns'
import { isNewThing } from './ownNouns'
import { matchRecording } from './matchRecording'
import { ownRoles, type OwnFolder } from './ownRole'

/** A file of own material by its folder and its own name: `{ role: 'places', name: 'harbour-street.png' }`. */
export type OwnFile = { role: OwnFolder; name: string }

/** What files can be named after. `names`: the name first, then the others it has. */
export type OwnSubjects = {
  cast: { names: readonly string[] }[]
  places: { names: readonly string[] }[]
  /** Nouns of the things the scenes have. */
  props: readonly string[]
  scenes: { clipName: string; action: string; dialogue: readonly { character: string }[] }[]
}

/** `subject`: whom or what the file is for; '' for the whole film. */
export type OwnMatch<F extends OwnFile> = { file: F; subject: string }
export type OwnMatches<F extends OwnFile> = { matches: OwnMatch<F>[]; notices: string[] }

type Found = { subject: string; notice?: string } | { none: string }

/**
 * Says what every file is for, by its name: capitals, accents, hyphens and articles do not count. What is only like a
 * name is taken for it with a notice; what is like nothing is left aside with a notice; of two files for one subject
 * the first is used, `because` of what.
 */
export const matchOwn = <F extends OwnFile>(
  files: readonly F[],
  subjects: OwnSubjects,
  because = 'comes first by name',
): OwnMatches<F> => {
  const taken = new Map<string, F>()
  const matches: OwnMatch<F>[] = []
  const notices: string[] = []
  for (const file of files) {
    const found = subjectOf(file, subjects)
    if ('none' in found) {
      notices.push(`${pathOf(file)} is not used: ${found.none}`)
      continue
    }
    const key = `${ownRoles[file.role].raw}/${ownRoles[file.role].raw === 'film_file' ? file.role : ''}/${found.subject}`
    const first = taken.get(key)
    if (first) {
      notices.push(`${pathOf(file)} is not used: ${pathOf(first)} is for the same and ${because}.`)
      continue
    }
    taken.set(key, file)
    matches.push({ file, subject: found.subject })
    if (found.notice) notices.push(found.notice)
  }
  return { matches, notices }
}

export const pathOf = ({ role, name }: OwnFile): string => `${role}/${name}`
const stemOf = ({ name }: OwnFile): string => name.replace(/\.[^.]*$/, '')

const subjectOf = (file: OwnFile, subjects: OwnSubjects): Found => {
  const stem = stemOf(file)
  switch (file.role) {
    case 'cast':
      return nameAmong(file, subjects.cast, 'nobody in the story')
    case 'places':
      return nameAmong(file, subjects.places, 'no place of the headings')
    case 'props':
    case 'product':
      return thingAmong(file, subjects)
    case 'voices':
      return matchRecording(stem, subjects.scenes)
    case 'clips':
      return sceneAmong(stem, subjects.scenes)
    case 'logo':
    case 'style':
    case 'music':
      return { subject: '' }
  }
}

const nameAmong = (file: OwnFile, known: OwnSubjects['cast'], nothing: string): Found => {
  const wanted = foldName(stemOf(file))
  const plain = wanted.replace(/( \d+)+$/, '')
  const exact = (name: string) => known.find(({ names }) => names.some((one) => foldName(one) === name))?.names[0]
  const same = exact(wanted) ?? exact(plain)
  if (same !== undefined) return { subject: same }
  const like = known.filter(({ names }) => names.some((one) => shareWords(foldName(one), plain)))
  const [only] = like
  if (only?.names[0] !== undefined && like.length === 1)
    return { subject: only.names[0], notice: `${pathOf(file)} was taken for ${only.names[0]}.` }
  const list = known.slice(0, 6).map(({ names }) => names[0]).join(', ') // prettier-ignore
  return { none: `${nothing} is called “${stemOf(file)}”${list ? ` (there is ${list})` : ''}.` }
}

/** One name holds all words of the other: HARBOUR in HARBOUR STREET. */
const shareWords = (a: string, b: string): boolean => {
  const [short, long] = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length)
  return a !== '' && b !== '' && (short ?? []).every((word) => (long ?? []).includes(word))
}

const thingAmong = (file: OwnFile, { props, scenes }: OwnSubjects): Found => {
  const words = foldName(stemOf(file)).toLowerCase().replace(/( \d+)+$/, '') // prettier-ignore
  const noun =
    props.find((one) => one === words) ?? propIn(`the ${words}`).find((one) => props.includes(one.noun))?.noun
  if (noun !== undefined) return { subject: noun }
  if (isNewThing(words, scenes)) return { subject: words }
  const list = props.slice(0, 8).join(', ')
  return { none: `no action of the story names “${stemOf(file)}” as a thing${list ? ` (there is ${list})` : ''}.` }
}

const sceneAmong = (stem: string, scenes: OwnSubjects['scenes']): Found => {
  const wanted = stem.toUpperCase()
  const found = scenes.find(({ clipName }) => clipName === wanted)
  if (found) return { subject: found.clipName }
  return { none: `no scene is called “${stem}” (they go from ${scenes[0]?.clipName ?? ''} to ${scenes.at(-1)?.clipName ?? ''}).` } // prettier-ignore
}
