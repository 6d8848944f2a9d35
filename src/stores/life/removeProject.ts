import { ObjectId } from 'mongodb'
import { gatherDatabase, qualifiedDatabase, type ProjectSlug } from '@/domain/project/projectSlug'
import type { AssetsStore } from '../assetsStore'
import { textCollection, type ControlDb } from '../controlDb'
import { openingCollections, passingCollections, projectCollections } from './projectCollections'
import { filesOfProject, usedElsewhere } from './usedElsewhere'

type Gone = { id: string; slug: ProjectSlug }

/** Removes the media documents and files that only this project uses; what another one uses becomes that one's. Repeatable. */
export const removeFiles = async (control: ControlDb, assets: AssetsStore, { id }: Gone): Promise<void> => {
  const { db } = control
  const own = await filesOfProject(control, id)
  const used = await usedElsewhere(control, id, own)
  const media = db.collection('media')
  for (const [document, name] of own.media) {
    const other = used.media.get(document) ?? used.names.get(name)
    if (other === undefined) {
      await db.collection('_media_versions').deleteMany({ parent: new ObjectId(document) })
      await media.deleteOne({ _id: new ObjectId(document) })
    } else await media.updateOne({ _id: new ObjectId(document) }, { $set: { project: new ObjectId(other) } })
  }
  const assetsOf = textCollection<{ project: string; name: string }>(db, 'assets')
  for (const name of own.names) {
    const other = used.names.get(name)
    if (other !== undefined) {
      await assetsOf.updateMany({ name, project: id }, { $set: { project: other } })
      continue
    }
    await assets.removeFile(name)
    await assetsOf.deleteMany({ name })
  }
}

export const removeDatabases = async ({ client }: ControlDb, { slug }: Gone): Promise<void> => {
  await client.db(gatherDatabase(slug)).dropDatabase()
  await client.db(qualifiedDatabase(slug)).dropDatabase()
}

/** Everything of the project but the project itself and the ledger of provider calls. Repeatable. */
export const removeDocuments = async ({ db }: ControlDb, { id }: Gone): Promise<void> => {
  const project = new ObjectId(id)
  for (const name of projectCollections) {
    const ids = (await db.collection(name).find({ project }, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id)
    await db.collection(`_${name}_versions`).deleteMany({ parent: { $in: ids } })
    await db.collection(name).deleteMany({ project })
  }
  await db.collection('notifications').deleteMany({ project })
  for (const name of [...passingCollections, ...openingCollections]) await db.collection(name).deleteMany({ project })
  for (const name of ['shots', 'results', 'made_from', 'provider_keys', 'quotes']) await db.collection(name).deleteMany({ project: id })
  await textCollection(db, 'films').deleteOne({ _id: id })
  const runs = (await textCollection(db, 'runs').find({ project }, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id)
  await db.collection('steps').deleteMany({ runId: { $in: runs } })
  await db.collection('run_events').deleteMany({ runId: { $in: runs } })
  await textCollection(db, 'run_plans').deleteMany({ _id: { $in: runs } })
  await textCollection(db, 'runs').deleteMany({ _id: { $in: runs } })
  await db.collection('presses').deleteMany({ project })
} // prettier-ignore

export const removeProjectItself = async ({ db }: ControlDb, { id }: Gone): Promise<void> => {
  await db.collection('_projects_versions').deleteMany({ parent: new ObjectId(id) })
  await db.collection('projects').deleteOne({ _id: new ObjectId(id) })
}
