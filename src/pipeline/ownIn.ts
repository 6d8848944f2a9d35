import { matchOwn } from '@/domain/own/matchOwn'
import type { OwnThing, StepContext } from './defineStep'
import { gatheredText } from '@/stores/gatheredText'
import { ownEntries, thingOf, type OwnData } from './ownMaterial'
import { ownSubjectsOf } from './ownSubjects'
import type { Stores } from './stores'

/**
 * All own material of a project, in the order it was gathered. What came from a folder knows whom it is for; what came
 * over HTTP is matched with the story as it stands now, the newest first; `notices` say what was assumed.
 */
export const ownIn = async (
  stores: Pick<Stores, 'gather'>,
  project: Pick<StepContext['project'], 'slug' | 'title' | 'settings'>,
): Promise<{ own: OwnThing[]; notices: string[] }> => {
  const entries = await ownEntries(stores, project.slug)
  const isGiven = ({ data }: (typeof entries)[number]) => (data as OwnData).for !== undefined
  const own = entries.filter((one) => !isGiven(one)).map(thingOf)
  const given = entries.filter(isGiven).reverse()
  if (given.length === 0) return { own, notices: [] }
  const files = given.map((entry) => {
    const { role, for: named = '' } = entry.data as OwnData
    return { role, name: `${named}${/\.[^.]*$/.exec(entry.file?.name ?? '')?.[0] ?? ''}`, entry }
  })
  const { text } = await gatheredText(stores, project)
  const { matches, notices } = matchOwn(files, ownSubjectsOf(text, project.settings), 'was gathered later')
  const found = matches.map(({ file, subject }) => ({ ...thingOf(file.entry), subject }))
  return { own: [...own, ...found.reverse()], notices }
}
