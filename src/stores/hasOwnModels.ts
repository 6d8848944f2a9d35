import { ObjectId } from 'mongodb'
import { previsModel } from '@/domain/project/projectSettings'
import { sceneDepartments } from '@/domain/project/sceneSettings'
import type { ControlDb } from './controlDb'

/** Whether a scene of this project has chosen a model for itself that costs money. */
export const hasOwnModels = async ({ db }: ControlDb, project: string): Promise<boolean> => {
  const paid = { $nin: [null, '', previsModel] }
  const own = sceneDepartments.map((department) => ({ [`models.${department}`]: paid }))
  return (await db.collection('scenes').findOne({ project: new ObjectId(project), $or: own }, { projection: { _id: 1 } })) !== null
} // prettier-ignore
