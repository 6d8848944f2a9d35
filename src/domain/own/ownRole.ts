import type { RawKind } from '../gather/rawItem'

/** The folders of own material: what a file in them is for. */
export const ownFolders = ['cast', 'places', 'props', 'product', 'logo', 'style', 'music', 'voices', 'clips'] as const
export type OwnFolder = (typeof ownFolders)[number]

/** `raw`: where it is gathered; `media`: the kind its Media document has. */
type OwnRole = { holds: 'picture' | 'sound' | 'clip'; raw: RawKind; media: string }

export const ownRoles: Record<OwnFolder, OwnRole> = {
  cast: { holds: 'picture', raw: 'cast_file', media: 'character' },
  places: { holds: 'picture', raw: 'place_file', media: 'location' },
  props: { holds: 'picture', raw: 'prop_file', media: 'prop' },
  product: { holds: 'picture', raw: 'prop_file', media: 'product' },
  logo: { holds: 'picture', raw: 'film_file', media: 'logo' },
  style: { holds: 'picture', raw: 'film_file', media: 'style' },
  music: { holds: 'sound', raw: 'film_file', media: 'music' },
  voices: { holds: 'sound', raw: 'film_file', media: 'voice' },
  clips: { holds: 'clip', raw: 'film_file', media: 'clip' },
}

/** The kinds of raw entries that own material is gathered under. */
export const ownRawKinds = ['cast_file', 'place_file', 'prop_file', 'film_file'] as const satisfies readonly RawKind[]
