import { ObjectId } from 'mongodb'
import { nothingDecided, type Decided } from '@/domain/scene/decided'
import type { SceneStatus } from '@/domain/scene/sceneStatus'
import type { GenerationDocument } from './generationsStore'
import type { ControlDb, Tx } from './controlDb'

/** `verdict`: what the judges said last; `clip`: the content of a clip that waits for a person. */
export type SceneStanding = { status: SceneStatus; decided: Decided; verdict: string | null; clip: string | null }
type Row = { kind?: string; sha256?: string; verdict?: string }
type State = {
  project: ObjectId
  scene: ObjectId
  status: SceneStatus
  verdict?: string | null
  decided?: Decided | null
  takes?: Row[] | null
}
/** A picture of a layer that was made: the layer, its take, the file. */
export type MadeTake = { layer: number; take: number; sha256: string; at: Date }

/** What people decided about the takes of a scene, and the takes they chose from. */
export const decisionsStore = ({ db }: ControlDb) => {
  const states = db.collection<State>('scene-states')
  const generations = db.collection<GenerationDocument>('generations')
  return {
    async standing(scene: string, tx?: Tx): Promise<SceneStanding | null> {
      const found = await states.findOne({ scene: new ObjectId(scene) }, tx ? { session: tx.session } : {})
      if (!found) return null
      const { status, verdict = null, decided } = found
      return { status, decided: decided ?? nothingDecided, verdict, clip: waitingClip(found) }
    },
    /** Pictures of layers, the newest first. */
    async takes(scene: string): Promise<MadeTake[]> {
      const found = await generations
        .find(
          { scene: new ObjectId(scene), layer: { $exists: true }, state: 'STORED', asset: { $ne: null } },
          { projection: { layer: 1, take: 1, 'asset.sha256': 1, createdAt: 1 } },
        )
        .sort({ createdAt: -1 })
        .limit(2000)
        .toArray()
      return found.map(({ layer, take, asset, createdAt }) => ({ layer: layer ?? 0, take, sha256: asset?.sha256 ?? '', at: createdAt })) // prettier-ignore
    },
    /** Only while the scene stands as it was read. */
    async decide(
      scene: string,
      { from, set }: { from: SceneStanding; set: Partial<Record<string, unknown>> },
      { session }: Tx,
    ): Promise<boolean> {
      const { matchedCount } = await states.updateOne(
        { scene: new ObjectId(scene), status: from.status },
        { $set: { ...set, updatedAt: new Date() } },
        { session },
      )
      return matchedCount === 1
    },
  }
}

/** The newest clip, where it is what the scene waits with. */
const waitingClip = ({ status, takes }: State): string | null => {
  const last = takes?.at(-1)
  return status === 'needs_review' && last?.kind === 'clip' && last.verdict === 'unknown' ? (last.sha256 ?? null) : null
}

export type DecisionsStore = ReturnType<typeof decisionsStore>
