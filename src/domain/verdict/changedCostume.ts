import { garmentsIn } from '@/domain/art/garments'
import { sentencesOf } from '@/domain/screenplay/sentences'
import { names, whereIs, type Contradiction, type Held, type JudgedScene } from './judgedScene'

const dresses = /\b(?:changes?|changed|dress(?:es|ed|ing)?|undress\w*|puts? on|pulls? on|takes? off|wears?|wearing|clothes|costume|in an? \w+)\b/i // prettier-ignore

/** Nobody changes their costume inside a scene unless the action says so. */
export const changedCostume = ({ scene, before }: Held): Contradiction[] => {
  const earlier = before.filter(({ sceneNumber, heading }) => sceneNumber === scene.sceneNumber && heading === scene.heading) // prettier-ignore
  return scene.costumes.flatMap(({ character, costume }): Contradiction[] => {
    const last = earlier.findLast((one) => costumeOf(one, character) !== '')
    const was = last ? costumeOf(last, character) : ''
    if (!last || costume === '' || was === costume) return []
    if ([last, scene].some(({ action }) => tellsOfDress(action, character))) return []
    const evidence = `${character} wears “${was}” in ${whereIs(last)} and “${costume}” in ${whereIs(scene)}, the same scene, and no line between says that they changed.`
    return [{ evidence, written: scene.screenplayText.toLowerCase().includes(costume) }]
  })
}

const costumeOf = ({ costumes }: JudgedScene, name: string): string =>
  costumes.find(({ character }) => character === name)?.costume ?? ''

const tellsOfDress = (action: string, name: string): boolean =>
  garmentsIn(action).length > 0 ||
  sentencesOf(action).some(({ from, to }) => {
    const sentence = action.slice(from, to)
    return dresses.test(sentence) && (names(sentence, name) || /\b(?:he|she|they|him|her|them)\b/i.test(sentence))
  })
