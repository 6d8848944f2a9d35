import type { Drafts } from '@/domain/story/draftFilm'
import { characterQuestions } from './character'
import type { Question } from './question'

/** Everything the writing departments ask about a film. */
export const filmQuestions = (drafts: Drafts): Question[] => [...characterQuestions(drafts)]
