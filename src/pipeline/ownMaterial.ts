import { ownRawKinds, type OwnFolder } from '@/domain/own/ownRole'
import type { ProjectSlug } from '@/domain/project/projectSlug'
import type { Asset } from '@/domain/generation/generationKey'
import { textOf } from '@/domain/words'
import type { StoredRawItem } from '@/stores/gatherPages'
import type { OwnThing } from './defineStep'
import type { Stores } from './stores'

/** What a raw entry of own material keeps beside who, when and the file it came from. */
export type OwnData = { role: OwnFolder; subject: string; asset: Asset; media: string; colours: string[] }

/** All own material of a project, in the order it was gathered. */
export const ownIn = async (stores: Pick<Stores, 'gather'>, slug: ProjectSlug): Promise<OwnThing[]> =>
  (await ownEntries(stores, slug)).map(thingOf)

export const ownEntries = async (stores: Pick<Stores, 'gather'>, slug: ProjectSlug): Promise<StoredRawItem[]> =>
  (await Promise.all(ownRawKinds.map((kind) => stores.gather.list(slug, kind)))).flat()

/** The nouns of the things among it. */
export const ownNouns = (own: readonly Pick<OwnThing, 'role' | 'subject'>[] = []): string[] =>
  own.flatMap(({ role, subject }) => (role === 'props' || role === 'product' ? [subject] : []))

const thingOf = ({ data, file }: StoredRawItem): OwnThing => {
  const { role, subject, asset, media, colours } = data as OwnData
  return { role, subject, name: textOf(file?.name), asset, media, colours }
}
