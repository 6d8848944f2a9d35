import { ObjectId } from 'mongodb'
import { openFilmHome } from '../tests/support/filmCommand'
import { connectTo } from '../tests/support/testDatabase'
import { quantile, rounded, type Row } from './meter'
import { measureEvents } from './server/measureEvents'
import { openServer, type Server } from './server/openServer'

const post = async (url: string, body: unknown): Promise<Record<string, any>> => {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(await answer.text())
  return ((await answer.json()) as { doc: Record<string, any> }).doc
} // prettier-ignore

/** A project of so many scenes: one is made over REST, the others are its copies. */
const bigProject = async ({ base, mongoUri }: Server, scenes: number): Promise<string> => {
  const project = (await post(`${base}/api/projects`, { title: 'Long', slug: `long-${String(Date.now())}` }))[
    'id'
  ] as string
  const first = { project, title: 'Mara waits.', clipName: 'SC0001_SH010', sequenceNumber: 1, sceneNumber: '1', shotNumber: 10, heading: 'EXT. PIER - DAY', action: 'Mara waits for the ferry, and the rain begins.' } // prettier-ignore
  await post(`${base}/api/scenes`, first)
  const control = await connectTo(mongoUri)
  const raw = control.db.collection('scenes')
  const made = await raw.findOne({ project: new ObjectId(project) })
  const copies = Array.from({ length: scenes - 1 }, (_, i) => ({ ...made, _id: new ObjectId(), sequenceNumber: i + 2, sceneNumber: String(i + 2), clipName: `SC${String(i + 2).padStart(4, '0')}_SH010` })) // prettier-ignore
  await raw.insertMany(copies)
  await control.client.close()
  return project
}

/** Lists of 100 scenes with three fields, page after page (ms). */
const listTimes = async ({ base }: Server, project: string, times: number): Promise<number[]> => {
  const query = `where[project][equals]=${project}&limit=100&depth=0&sort=sequenceNumber&select[title]=true&select[clipName]=true&select[sequenceNumber]=true`
  const took: number[] = []
  for (let i = -10; i < times; i++) {
    const began = performance.now()
    const answer = await fetch(`${base}/api/scenes?${query}&page=${String((((i % 20) + 20) % 20) + 1)}`)
    const { docs } = (await answer.json()) as { docs: unknown[] }
    if (docs.length !== 100) throw new Error(`a page holds ${String(docs.length)} scenes`)
    if (i >= 0) took.push(performance.now() - began) // the first ten warm up
  }
  return took
}

/** Memory of the web process after each thousand requests (MB). */
const memoryAfter = async ({ base, webMb }: Server, project: string): Promise<number[]> => {
  const list: number[] = []
  for (let thousand = 0; thousand < 10; thousand++) {
    let left = 1000
    const ask = async () => {
      while (left-- > 0) await (await fetch(`${base}/api/projects/${project}?depth=0&joins=false`)).arrayBuffer()
    }
    await Promise.all(Array.from({ length: 8 }, ask))
    list.push(rounded(webMb(), 1))
  }
  return list
}

/** The studio as a server: `npm start` as people start it, asked over HTTP. */
export const bench = async (): Promise<{ rows: Row[]; json: Record<string, unknown> }> => {
  const studio = openFilmHome()
  try {
    await (await openServer(studio)).stop() // builds what is not built, makes the database
    const second = await openServer(studio)
    await second.stop()
    const server = await openServer(studio)
    const starts = [second.readySeconds, server.readySeconds].map((seconds) => rounded(seconds))
    const project = await bigProject(server, 2000)
    const listed = await listTimes(server, project, 200)
    const events = await measureEvents(server, { project, clients: 100, events: 60 })
    const memory = await memoryAfter(server, project)
    await server.stop()
    const [start, p95] = [Math.min(...starts), rounded(quantile(listed, 0.95), 1)]
    const growth = rounded((memory[9] ?? 0) / (memory[1] ?? 1) - 1, 3)
    const rows: Row[] = [
      { metric: 'npm start to ready, built, database there', value: `${starts.join(', ')} s`, target: '≤ 6 s', met: start <= 6 },
      { metric: 'project of 2,000 scenes: a list of 100, three fields, p95', value: `${String(p95)} ms (p50 ${String(rounded(quantile(listed, 0.5), 1))})`, target: '≤ 60 ms', met: p95 <= 60 },
      { metric: 'event committed → 100 clients, p95', value: `${String(events.p95)} ms (p50 ${String(events.p50)})`, target: '≤ 100 ms', met: events.p95 <= 100 },
      { metric: 'clients with a gap, half of them having come back', value: String(events.gaps), target: '0', met: events.gaps === 0 },
      { metric: 'memory of the web process, 2nd to 10th thousand requests', value: `${String(growth * 100)} % (${memory.join(', ')} MB)`, target: '≤ 10 %', met: growth <= 0.1 },
    ] // prettier-ignore
    return { rows, json: { starts, listed: { p50: quantile(listed, 0.5), p95 }, events, memory } }
  } finally {
    await studio.close()
  }
}
