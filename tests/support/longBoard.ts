import { ObjectId } from 'mongodb'
import sharp from 'sharp'
import { connectTo } from './testDatabase'

const statuses = ['completed', 'completed', 'completed', 'draft', 'failed', 'ready_for_generation'] as const
const shots = ['wide', 'medium', 'close_up', 'over_shoulder'] as const

const created = async (answer: Response): Promise<Record<string, any>> => {
  if (!answer.ok) throw new Error(await answer.text())
  return ((await answer.json()) as { doc: Record<string, any> }).doc
}

const drawn = async (hue: number): Promise<Uint8Array<ArrayBuffer>> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720"><rect width="1280" height="720" fill="hsl(${String(hue)} 40% 30%)"/><circle cx="640" cy="360" r="180" fill="hsl(${String(hue)} 60% 70%)"/></svg>`
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer())
}

/**
 * A project of so many scenes with pictures and states, as fast as it can be put in: the first scene over REST, the others
 * as its copies; five scenes under each heading.
 */
export const longBoard = async ({ base, mongoUri }: { base: string; mongoUri: string }, scenes: number): Promise<{ project: string; ids: string[] }> => {
  const headers = { 'content-type': 'application/json' }
  const post = async (path: string, body: unknown) => created(await fetch(`${base}/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }))
  const project = String((await post('projects', { title: `${String(scenes)} scenes`, slug: `long-${String(scenes)}-${String(Date.now())}` }))['id'])
  const pictures: ObjectId[] = []
  for (let i = 0; i < 12; i++) {
    const form = new FormData()
    form.set('file', new File([await drawn(30 * i)], `board-${project}-${String(i)}.png`, { type: 'image/png' }))
    form.set('_payload', JSON.stringify({ title: `Picture ${String(i)}`, project }))
    pictures.push(new ObjectId(String((await created(await fetch(`${base}/api/media`, { method: 'POST', body: form })))['id'])))
  }
  const first = {
    project, title: 'Mara waits for the ferry.', sequenceNumber: 1, sceneNumber: '1', shotNumber: 10, heading: 'EXT. PIER - DAY', location: 'PIER', durationS: 4, frames: 96,
    action: 'Mara waits for the ferry, and the rain begins.', charactersPresent: ['MARA'], shotSize: 'wide',
  }
  await post('scenes', first)
  const control = await connectTo(mongoUri)
  const raw = control.db.collection('scenes')
  const made = await raw.findOne({ project: new ObjectId(project) })
  if (!made) throw new Error('the first scene is not there')
  const all = Array.from({ length: scenes }, (_, i) => {
    const group = Math.floor(i / 5) + 1
    return {
      ...made, _id: i === 0 ? made._id : new ObjectId(), sequenceNumber: i + 1, sceneNumber: String(group), shotNumber: 10 * ((i % 5) + 1),
      clipName: `SC${String(group).padStart(3, '0')}_SH${String(10 * ((i % 5) + 1)).padStart(3, '0')}`, title: `Mara waits, ${String(i + 1)}`,
      heading: `EXT. PIER ${String(group)} - DAY`, shotSize: shots[i % shots.length],
    }
  })
  await raw.deleteOne({ _id: made._id })
  await raw.insertMany(all)
  await control.db.collection('scene-states').insertMany(
    all.map(({ _id, clipName }, i) => ({
      scene: _id, project: new ObjectId(project), clipName, status: statuses[i % statuses.length], stale: i % 17 === 0,
      ...(i % 17 === 0 ? { staleReasons: [{ reason: 'The coat of Mara changed.', of: 'MARA', field: 'look', makes: [], by: 'owner' }] } : {}),
      ...(i % 6 < 3 ? { composite: pictures[i % pictures.length] } : {}), ...(i % 6 === 4 ? { error: { what: 'No take passed.' } } : {}), createdAt: new Date(), updatedAt: new Date(),
    })),
  )
  await control.client.close()
  return { project, ids: all.map(({ _id }) => _id.toHexString()) }
} // prettier-ignore
