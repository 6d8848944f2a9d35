export const rawKinds = [
  'screenplay', 'note', 'character', 'scene', 'location', 'prop', 'cast_file', 'place_file', 'prop_file', 'film_file',
] as const // prettier-ignore
export type RawKind = (typeof rawKinds)[number]

/** Where each kind of entry is kept in gather_<slug>. */
export const rawCollections = {
  screenplay: 'user_inputs',
  note: 'raw_notes',
  character: 'raw_characters',
  scene: 'raw_scenes',
  location: 'raw_locations',
  prop: 'raw_props',
  cast_file: 'raw_characters',
  place_file: 'raw_locations',
  prop_file: 'raw_props',
  film_file: 'user_inputs',
} as const satisfies Record<RawKind, string>

/** All collections of a gather database. */
export const gatherCollections = [
  'raw_characters', 'raw_scenes', 'raw_locations', 'raw_props', 'raw_notes', 'user_inputs', 'ai_expansions',
] as const // prettier-ignore

/** One entry, with who, when, source and the file it came from. */
export type RawItem = {
  kind: RawKind
  title: string
  text: string
  data: Record<string, unknown>
  source: 'user_input' | 'import' | 'ai'
  author: string
  file: { name: string; sha256: string; bytes: number } | null
  /** Where in that file; absent when the entry is the whole of it. */
  place?: RawPlace
}

/** Counted from 1, as people do; `path` is that of JSON: `scenes[3]`. */
export type RawPlace = { line?: number; row?: number; page?: number; path?: string }

/** Collections of a qualified database. */
export const qualifiedCollections = [
  'screenplay', 'story_bible', 'scene_metadata', 'character_profiles', 'character_360_references', 'visual_guidelines',
  'world_rules', 'location_details', 'prop_catalog', 'sound_cues', 'production_plan',
] as const // prettier-ignore
export type QualifiedCollection = (typeof qualifiedCollections)[number]
