import { asideOf } from '@/domain/story/time/storyDays'
import { names, whereIs, type Contradiction, type Held, type JudgedScene } from './judgedScene'

const death = /^(.+) is dead from line (\d+) on\.$/
const inScene = /\bscene (\S+?)(?:[,:]|$)/
/** They may lie there, be buried, looked at or remembered. */
const remains =
  /\b(?:body|corpse|dead|grave|coffin|funeral|tomb(?:stone)?|photo(?:graph)?|picture|portrait|ghost|memory)\b/i

/** Who died in an earlier scene neither speaks nor walks about; flashbacks and dreams are before or beside the story. */
export const theDead = ({ scene, bible }: Held): Contradiction[] => {
  if (asideOf(scene.heading) !== '') return []
  return bible.rules.flatMap(({ rule, source }): Contradiction[] => {
    const [, name = '', line = ''] = death.exec(rule) ?? []
    const died = inScene.exec(source)?.[1]
    if (name === '' || Number(line) >= scene.fromLine || died === scene.sceneNumber) return []
    const told = `${name} died in ${source}`
    return [...speech(scene, name, told), ...presence(scene, name, told)].slice(0, 1)
  })
}

const speech = (scene: JudgedScene, name: string, told: string): Contradiction[] =>
  scene.dialogue
    .filter(({ character }) => character === name && !scene.voices.includes(name))
    .map(({ line, sourceLine }) => ({
      evidence: `${told}; in ${whereIs(scene)} ${name} says “${line}” (line ${String(sourceLine)}).`,
      written: scene.screenplayText.includes(line),
    }))

const presence = (scene: JudgedScene, name: string, told: string): Contradiction[] =>
  scene.charactersPresent.includes(name) && !remains.test(scene.action)
    ? [{ evidence: `${told}; ${whereIs(scene)} shows ${name}.`, written: names(scene.screenplayText, name) }]
    : []
