import { titleCardsOf, type TitleCard } from '@/domain/titles/titleCardsOf'
import { textOf } from '@/domain/words'
import type { PlanNode } from '@/domain/run/runPlan'
import type { Stores } from './stores'

type Asked = { node: Pick<PlanNode, 'input'>; project: { id: string } }

/** What is written over the scene in `input.scene`: nothing unless it is the first or the last of the film. */
export const readTitles = async (
  { library }: Pick<Stores, 'library'>,
  { node, project }: Asked,
): Promise<TitleCard[]> => {
  const { scene } = node.input
  if (!scene) return []
  const filmed = { project: project.id, archived: false }
  const opens = (await library.first('scenes', filmed, { sort: 'sequenceNumber' }))?.id === scene
  const ends = (await library.first('scenes', filmed, { sort: '-sequenceNumber' }))?.id === scene
  if (!opens && !ends) return []
  const screenplay = await library.findOne('screenplays', { project: project.id })
  const cards = titleCardsOf(textOf(screenplay?.text))
  return cards ? [...(opens ? [cards.opening] : []), ...(ends ? [cards.end] : [])] : []
}
