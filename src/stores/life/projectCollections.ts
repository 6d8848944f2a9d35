/** Payload's collections that hold documents of one project, named in their field `project`. */
export const projectCollections = [
  'scenes', 'scene-states', 'screenplays', 'characters', 'locations', 'props', 'story-bible', 'style-guides', 'prompts',
] as const // prettier-ignore

/** What a further episode takes over: who, where, what, and how it looks and is asked for. */
export const episodeCollections = [
  'characters',
  'locations',
  'props',
  'story-bible',
  'style-guides',
  'prompts',
] as const

/** Further collections of Payload that are only of use while their project is there. */
export const passingCollections = ['alerts', 'agent-messages', 'comments', 'approvals'] as const

/** What opens a project to others: gone with it, and in no copy or archive. */
export const openingCollections = ['share-links'] as const
