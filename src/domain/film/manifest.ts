import { textOf } from '@/domain/words'
import type { SpokenLine } from '@/domain/scene/sceneDraft'

/** Everything a manifest is written from; shapes as contract.md has them. */
export type ManifestScene = {
  fields: Record<string, unknown>
  startFrame: number
  frames: number
  takes: number
  verdict: string
  boundary: string
  clipSha256: string
  /** The paid model that made its clip, name and version; null: it was made here, or given. */
  clipBy: string | null
}
export type ManifestFacts = {
  version: string
  slug: string
  title: string
  source: { file: string; sha256: string }
  fps: number
  width: number
  height: number
  frames: number
  loudnessLufs: number
  truePeakDbtp: number
  filmSha256: string
  scenes: ManifestScene[]
  run: { id: string; steps: number; ran: number; reused: number; retakes: number; wallS: number; cpuS: number }
  spent: { nanodollars: number; generations: number }
}

/** The film's manifest: what every scene is, where it lies, what it took. Pure. */
export const manifestOf = (facts: ManifestFacts) => ({
  backlot: facts.version,
  project: { slug: facts.slug, title: facts.title },
  source: facts.source,
  fps: facts.fps,
  width: facts.width,
  height: facts.height,
  frames: facts.frames,
  durationS: seconds(facts.frames, facts.fps),
  loudnessLufs: facts.loudnessLufs,
  truePeakDbtp: facts.truePeakDbtp,
  film: { file: 'film.mp4', sha256: facts.filmSha256 },
  scenes: facts.scenes.map((scene, i) => sceneOf(scene, i, facts.fps)),
  run: facts.run,
  spent: facts.spent,
})

/** "fal/veo3.1@1": the provider comes first. What was made here, or given, has none. */
const makerOf = (by: string | null) => {
  if (by === null) return {}
  const [model = by] = by.split('@')
  return { provider: model.split('/')[0] ?? model, model }
}

const sceneOf = (scene: ManifestScene, index: number, fps: number) => ({
  ...sceneFacts(scene.fields),
  sequenceNumber: index + 1,
  startFrame: scene.startFrame,
  frames: scene.frames,
  durationS: seconds(scene.frames, fps),
  boundary: scene.boundary,
  takes: scene.takes,
  verdict: scene.verdict,
  clip: { sha256: scene.clipSha256, ...makerOf(scene.clipBy) },
})

/** The part of a manifest's scene that comes from the document alone; also what `breakdown` prints. */
export const sceneFacts = (fields: Record<string, unknown>) => ({
  sequenceNumber: fields.sequenceNumber,
  sceneNumber: fields.sceneNumber,
  shotNumber: fields.shotNumber,
  clipName: fields.clipName,
  heading: fields.heading ?? '',
  action: fields.action ?? '',
  dialogue: ((fields.dialogue ?? []) as SpokenLine[]).map(({ character, parenthetical, line }) => ({
    character,
    parenthetical: textOf(parenthetical),
    line,
  })),
  characters: fields.charactersPresent ?? [],
  location: fields.location ?? '',
  timeOfDay: fields.timeOfDay,
  shotSize: fields.shotSize,
  angle: fields.angle,
  movement: fields.movement,
  boundary: fields.boundary,
  transitionOut: fields.transitionOut ?? 'cut',
})

const seconds = (frames: number, fps: number): number => Math.round((frames / fps) * 1000) / 1000
