import { ownerEmail } from '@/domain/people/ownerEmail'
import type { Words } from '../words/wordsOf'
import type { ActivityWriter } from './useActivity'

/** Who wrote, in words: a person by their address, a department by its name. */
export const whoIs = ({ is, author }: Pick<ActivityWriter, 'is' | 'author'>, { say }: Words): string => {
  if (is === 'agent') return say('agentNamed', { name: author.replace('agent:', '') })
  if (is === 'import') return say('byImport')
  if (is === 'studio') return say('byStudio')
  return author === ownerEmail ? say('byOwner') : author
}
