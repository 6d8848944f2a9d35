import { names, whereIs, type Contradiction, type Held } from './judgedScene'

const there = /^Scene (\S+): (.+) (?:is|are) there\.$/

/** Nobody is in a scene the bible does not have them in, unless the scene's own words name them. */
export const outOfPlace = ({ scene, bible }: Held): Contradiction[] => {
  const found = bible.rules.find(({ rule }) => there.exec(rule)?.[1] === scene.sceneNumber)
  if (!found) return []
  const present = new Set((there.exec(found.rule)?.[2] ?? '').split(', '))
  return scene.charactersPresent.flatMap((name): Contradiction[] => {
    const profile = bible.profiles.find((one) => one.name === name)
    if (!profile || present.has(name)) return []
    if ([name, ...profile.aliases].some((word) => names(scene.screenplayText, word))) return []
    const evidence = `“${found.rule}” (${found.source}); ${whereIs(scene)} has ${name} in ${scene.location}, and ${lastTold(profile, scene.fromLine)}.`
    return [{ evidence, written: false }]
  })
}

/** Where a profile last has somebody before a line, else first after it. */
const lastTold = ({ name, biography }: { name: string; biography: string }, line: number): string => {
  const told = biography.split('\n').flatMap((sentence) => {
    const [, words = '', at = ''] = /^(.*) \(line (\d+)\)$/.exec(sentence) ?? []
    return at === '' ? [] : [{ words, line: Number(at) }]
  })
  const found = told.findLast((one) => one.line < line) ?? told[0]
  return found
    ? `${name} is told of in line ${String(found.line)} (“${found.words}”)`
    : `no line tells where ${name} is`
}
