import { actionWords } from '../grammar/actionWords'
import { knownProps } from '../prop/propNouns'
import type { SceneDraft } from '../scene/sceneDraft'
import { sentencesOf } from '../screenplay/sentences'

type Acted = Pick<SceneDraft, 'action'>

/** Whether an action names a thing by these words, whole and in any case, also in the plural. */
export const namesThing = (text: string, noun: string): boolean => wordsOf(noun).test(text)
const wordsOf = (noun: string): RegExp => {
  const words = noun.split(' ').flatMap((word) => word.replace(/[^\p{L}\p{N}']/gu, '') || []) // no sign of a pattern is left
  if (words.length === 0) return /(?!)/u
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[\\s-]+')}(?:s|es)?(?![\\p{L}\\p{N}])`, 'iu')
}

/** Words that the actions name and no drawing is known for: a picture makes a thing of them. */
export const isNewThing = (noun: string, scenes: readonly Acted[]): boolean =>
  noun !== '' && !knownProps.some((one) => one === noun) && scenes.some(({ action }) => namesThing(action, noun))

/**
 * Scenes with the things that a person gave as pictures and the breakdown does not know: in the hand of who holds them,
 * else laid out. A piece without words that is about such a thing alone becomes an insert.
 */
export const withOwnNouns = <S extends SceneDraft>(scenes: readonly S[], nouns: readonly string[]): S[] => {
  const own = nouns.filter((noun) => !knownProps.some((one) => one === noun))
  return scenes.map((scene) => own.reduce((with_, noun) => withNoun(with_, noun), scene))
}

const withNoun = <S extends SceneDraft>(scene: S, noun: string): S => {
  if (!namesThing(scene.action, noun) || scene.props.some(({ prop }) => prop === noun)) return scene
  const sentences = sentencesOf(scene.action).map(({ from, to }) => scene.action.slice(from, to))
  const named = sentences.find((sentence) => namesThing(sentence, noun)) ?? ''
  const { charactersPresent, dialogue } = scene
  const doer = charactersPresent.find((name) => named.toUpperCase().includes(name))
  const heldBy = doer !== undefined && actionWords.holds.test(named) ? doer : ''
  const props = [{ prop: noun, heldBy, state: '' }, ...scene.props].slice(0, 4)
  if (doer !== undefined || dialogue.length > 0 || named.search(wordsOf(noun)) > subjectWithin)
    return { ...scene, props }
  return {
    ...scene, props, shotSize: 'insert', movement: 'dolly', focusOn: noun, charactersPresent: [], blocking: [], emotions: [],
    reasons: [...scene.reasons, 'insertOnOwnThing'],
  } // prettier-ignore
}

/** A thing that is named later than this in a sentence is not what the sentence is about. Characters. */
const subjectWithin = 14
