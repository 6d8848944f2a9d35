import { ownRawKinds, type OwnFolder } from '@/domain/own/ownRole'
import type { ProjectSlug } from '@/domain/project/projectSlug'
import type { Asset } from '@/domain/generation/generationKey'
import { textOf } from '@/domain/words'
import type { StoredRawItem } from '@/stores/gatherPages'
import type { OwnThing } from './defineStep'
import type { Stores } from './stores'

/** What a raw entry of own material keeps beside who, when and the file it came from. */
export type OwnData = {
  role: OwnFolder
  subject: string
  asset: Asset
  media: string
  colours: string[]
  /** Came over HTTP: whom or what it was said to be for; `subject` is found when the story is read. */
  for?: string
}

export const ownEntries = async (stores: Pick<Stores, 'gather'>, slug: ProjectSlug): Promise<StoredRawItem[]> =>
  (await Promise.all(ownRawKinds.map((kind) => stores.gather.list(slug, kind)))).flat()

/** The nouns of the things among it. */
export const ownNouns = (own: readonly Pick<OwnThing, 'role' | 'subject'>[] = []): string[] =>
  own.flatMap(({ role, subject }) => (role === 'props' || role === 'product' ? [subject] : []))

/** An entry of own material as the steps read it. */
export const thingOf = ({ data, file }: StoredRawItem): OwnThing => {
  const { role, subject, asset, media, colours } = data as OwnData
  return { role, subject, name: textOf(file?.name), asset, media, colours }
}
