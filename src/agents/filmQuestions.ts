import type { Drafts } from '@/domain/story/draftFilm'
import { characterQuestions } from './character'
import { lookQuestions } from './look'
import type { Question } from './question'
import { sceneQuestions } from './scenes'
import { worldQuestions } from './world'

/** Everything the writing departments ask about a film. */
export const filmQuestions = (drafts: Drafts): Question[] => [
  ...characterQuestions(drafts),
  ...worldQuestions(drafts),
  ...lookQuestions(drafts),
  ...sceneQuestions(drafts),
]
