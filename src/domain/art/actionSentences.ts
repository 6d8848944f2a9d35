import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { sentencesOf } from '@/domain/screenplay/sentences'
import { sourceLineOf, type SourceText } from './sourceLine'

/** A sentence of action with the line of the file it begins in. */
export type ActionSentence = { text: string; line: number }

/** The sentences of a scene's action, in order. */
export const actionSentences = (scene: Pick<SceneDraft, 'action' | 'fromLine' | 'toLine'>, source: SourceText): ActionSentence[] =>
  sentencesOf(scene.action).map(({ from, to }) => {
    const text = scene.action.slice(from, to)
    return { text: text.replace(/\s+/g, ' '), line: sourceLineOf(source, scene, text) }
  }) // prettier-ignore
