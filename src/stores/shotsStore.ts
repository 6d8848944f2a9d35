import { textCollection, type ControlDb, type Tx } from './controlDb'

/** What the cutting room gets of a finished scene. `_id` is the scene's. */
export type ShotDocument = { _id: string; project: string; gives: Record<string, unknown> }
export type ShotsStore = ReturnType<typeof shotsStore>

/** Finished scenes as the film takes them: one per scene, replaced when it is made again. */
export const shotsStore = (control: ControlDb) => {
  const shots = textCollection<ShotDocument>(control.db, 'shots')
  return {
    async put(shot: ShotDocument, { session }: Tx): Promise<void> {
      await shots.replaceOne({ _id: shot._id }, shot, { upsert: true, session })
    },
    async find(scene: string): Promise<ShotDocument | null> {
      return shots.findOne({ _id: scene })
    },
    async of(project: string): Promise<Map<string, ShotDocument>> {
      return new Map((await shots.find({ project }).toArray()).map((shot) => [shot._id, shot]))
    },
  }
}
