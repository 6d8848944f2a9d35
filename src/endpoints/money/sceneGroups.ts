import type { PayloadRequest } from 'payload'
import { canonical } from '@/domain/canonical'
import type { ModelChoice, Offered } from '@/domain/catalogue/chooseModels'
import { choiceOfScene, sceneModelsAfter, type SceneModelsWish } from '@/domain/catalogue/sceneChoice'
import { sceneModelsIn, type SceneModels } from '@/domain/project/sceneSettings'
import type { Scene } from '@/payload-types'

type Asked = {
  project: string
  /** All that are filmed where none are named. */
  scenes: readonly string[] | undefined
  film: ModelChoice
  /** What these scenes shall have from now on; undefined: what they have. */
  wish: SceneModelsWish | undefined
}
/** Scenes that are made with the same models. `scenes` undefined: all that are asked for. */
export type SceneGroup = { choice: ModelChoice; scenes: readonly string[] | undefined }
type Row = Pick<Scene, 'id' | 'models'>

const rowsOf = async (req: PayloadRequest, { project, scenes }: Pick<Asked, 'project' | 'scenes'>): Promise<Row[]> => {
  const { docs } = await req.payload.find({
    collection: 'scenes',
    where: { project: { equals: project }, archived: { not_equals: true }, ...(scenes ? { id: { in: [...scenes] } } : {}) }, // prettier-ignore
    select: { models: true },
    sort: 'sequenceNumber',
    depth: 0,
    pagination: false,
    req,
  })
  return docs
}

/** The scenes of a press by who makes them; the film's own come first. Fails as models are chosen. */
export const sceneGroups = async (req: PayloadRequest, asked: Asked, offered: Offered): Promise<SceneGroup[]> => {
  const { film, wish, scenes } = asked
  const groups = new Map<string, { choice: ModelChoice; scenes: string[] }>([[canonical(film), { choice: film, scenes: [] }]]) // prettier-ignore
  for (const { id, models } of await rowsOf(req, asked)) {
    const choice = choiceOfScene(film, sceneModelsAfter(wish, models, offered), offered)
    const group = groups.get(canonical(choice)) ?? { choice, scenes: [] }
    group.scenes.push(id)
    groups.set(canonical(choice), group)
  }
  const filled = [...groups.values()].filter((group) => group.scenes.length > 0)
  if (filled.length === 0) return [{ choice: film, scenes }]
  return filled.length === 1 ? filled.map((group) => ({ ...group, scenes })) : filled
}

/** Keeps what these scenes shall have from now on; who has it already is not written. */
export const keepSceneModels = async (
  req: PayloadRequest,
  { project, scenes, wish }: Pick<Asked, 'project' | 'scenes'> & { wish: SceneModelsWish },
  offered: Offered,
): Promise<void> => {
  for (const { id, models } of await rowsOf(req, { project, scenes })) {
    const after = sceneModelsAfter(wish, models, offered)
    if (canonical(after) === canonical(sceneModelsIn(models))) continue
    await req.payload.update({ collection: 'scenes', id, data: { models: written(after) }, overrideAccess: false, depth: 0, req }) // prettier-ignore
  }
}

const written = ({ image, edit, vision, video, speech }: SceneModels) => ({
  image: image ?? null, edit: edit ?? null, vision: vision ?? null, video: video ?? null, speech: speech ?? null,
}) // prettier-ignore
