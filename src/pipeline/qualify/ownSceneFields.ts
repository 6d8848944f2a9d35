import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { OwnThing } from '../defineStep'

type Fields = Record<string, unknown>
type Draft = Pick<SceneDraft, 'clipName' | 'dialogue'>

/**
 * Puts own material onto the scene it is for: a clip and recordings on theirs, the logo on the last one, music on the
 * first, from where it goes on. What a scene has none of is null, so that it goes when its file goes.
 */
export const ownSceneFields = (own: readonly OwnThing[], drafts: readonly Draft[]) => {
  const mediaOf = (role: OwnThing['role'], subject: string): string | null =>
    own.find((one) => one.role === role && one.subject === subject)?.media ?? null
  return (draft: Draft, fields: Fields): Fields => {
    const { clipName } = draft
    const dialogue = (fields.dialogue ?? []) as Fields[]
    const music = (fields.music ?? {}) as Fields
    return {
      ...fields,
      clip: mediaOf('clips', clipName),
      logo: draft === drafts.at(-1) ? mediaOf('logo', '') : null,
      dialogue: dialogue.map((line, i) => ({ ...line, audio: mediaOf('voices', `${clipName}/${String(i + 1)}`) })),
      music: { ...music, track: draft === drafts[0] ? mediaOf('music', '') : null },
    }
  }
}
