import { afterAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '@/domain/catalogue/wish'
import { brainProvider } from '@/providers/brain/brainProvider'
import { lastFrameProvider } from '@/providers/lastFrame/lastFrameProvider'
import { tasksProvider } from '@/providers/tasks/tasksProvider'
import { paidProviderContract, sendingAt } from '../../contracts/paidProvider'
import { answers, drops, openProviderServer } from '../../contracts/providerServer'

const key = 'the-key-of-the-test'
const request = (provider: 'brain' | 'tasks' | 'lastFrame', endpoint: string, body: JsonObject) => ({ provider, endpoint, model: provider, version: '1', body }) // prettier-ignore
const asking = request('brain', 'api/v1/knowledge/query', { query: 'Who is Mara?', context: { project_id: 'p1' } })
const filming = request('tasks', 'api/v1/tasks/submit', {
  project_id: 'p1',
  task_type: 'generate_video',
  task_data: { scene_id: 's1', prompt: 'Dusk.', start_image_url: `file:${'a'.repeat(64)}`, duration: 5 },
  priority: 1,
})
const framing = request('lastFrame', 'api/v1/process', { video_url: `file:${'a'.repeat(64)}` })

paidProviderContract({ name: 'the knowledge service', key, open: (url) => brainProvider({ url, key }), request: asking, takes: () => answers(200, { answer: 'A diver.', confidence: 0.9 }), takenAs: 'answered' }) // prettier-ignore
paidProviderContract({ name: 'the task service', key, open: (url) => tasksProvider({ url, key }), request: filming, takes: () => answers(200, { success: true, taskId: 't1' }), takenAs: 'accepted' }) // prettier-ignore
paidProviderContract({ name: 'the last-frame service', key, open: (url) => lastFrameProvider({ url, key }), request: framing, takes: () => answers(200, { task_id: 't1' }), takenAs: 'accepted' }) // prettier-ignore

const server = await openProviderServer()
afterAll(() => server.close())
const tasks = tasksProvider({ url: `${server.url}/`, key })
const frames = lastFrameProvider({ url: server.url, key })
const signal = new AbortController().signal
const now = new Date()
const ticket = { requestId: 't1' }
const said = (status: string, more: object = {}) => answers(200, { task_id: 't1', status, ...more })

describe('the services of the original design', () => {
  it('are told where to call back, and know who asks', async () => {
    server.does(answers(200, { task_id: 't1' }))
    await tasks.submit(filming, sendingAt())
    await frames.submit(framing, sendingAt())
    await frames.submit({ ...framing, endpoint: 'stitch' }, sendingAt({ callbackUrl: null }))
    const [task, frame, stitch] = server.seen.map(({ path, headers, body }) => ({ path, headers, body: JSON.parse(body.toString()) as JsonObject })) // prettier-ignore
    expect(task).toMatchObject({ path: '/api/v1/tasks/submit', headers: { 'x-api-key': key }, body: { callback_url: sendingAt().callbackUrl, task_data: { start_image_url: `https://v3.fal.media/files/${'a'.repeat(64)}.png` } } }) // prettier-ignore
    expect(frame).toMatchObject({ path: '/api/v1/process', headers: { authorization: `Bearer ${key}` }, body: { webhook_url: sendingAt().callbackUrl } }) // prettier-ignore
    expect([stitch!.path, stitch!.body['webhook_url']]).toEqual(['/stitch', undefined])
  })

  it('say where a task stands, in whatever words', async () => {
    const standings: string[] = []
    for (const status of ['pending', 'QUEUED', 'processing', 'completed', 'failed', 'canceled', 'odd']) {
      server.does(said(status, { result: { video_url: 'https://cdn.example.org/s1.mp4', duration: 5.2 } }))
      standings.push((await tasks.check(ticket, signal)).is)
    }
    expect(standings).toEqual(['open', 'open', 'open', 'answered', 'failed', 'cancelled', 'untold'])
    server.does(said('completed', { task_data: { image_url: 'https://x.example/in.png' }, result: { video_url: 'https://cdn.example.org/s1.mp4', duration: 5.2 } })) // prettier-ignore
    expect(await tasks.check(ticket, signal)).toMatchObject({ answer: { media: [{ kind: 'clip', durationS: 5.2, url: 'https://cdn.example.org/s1.mp4' }] } }) // prettier-ignore
    server.does(
      said('completed', {
        video_url: 'https://cdn.example.org/sent.mp4',
        image_url: 'https://cdn.example.org/last.png',
      }),
    )
    expect(await frames.check(ticket, signal)).toMatchObject({ answer: { media: [{ kind: 'picture' }] } })
    server.does(said('failed', { error_message: 'no such video' }))
    expect(await frames.check(ticket, signal)).toMatchObject({ is: 'failed', error: { message: 'no such video' } })
    server.does(answers(404, {}))
    expect((await tasks.check(ticket, signal)).is).toBe('gone')
    server.does(drops)
    expect((await tasks.check(ticket, signal)).is).toBe('untold')
    server.does(answers(200, { success: false, error: 'unknown project' }))
    expect(await tasks.submit(filming, sendingAt())).toMatchObject({
      is: 'refused',
      error: { message: 'unknown project' },
    })
  })

  it('call back unsigned: what they say is read, who may say it is our token’s business', async () => {
    const read = (body: unknown) => tasks.readCallback!({ raw: Buffer.from(JSON.stringify(body)), headers: {}, now }, signal) // prettier-ignore
    const video = await read({ scene_id: 's1', video_url: 'https://cdn.example.org/s1.mp4', duration: 5 })
    expect(video).toMatchObject({ requestId: '', standing: { is: 'answered', answer: { media: [{ kind: 'clip' }] } } })
    const again = await read({ scene_id: 's1', video_url: 'https://cdn.example.org/s1.mp4', duration: 5 })
    expect(again!.dedupeKey).toBe(video!.dedupeKey)
    expect(await read({ video_result_url: 'https://cdn.example.org/f.mp4', metadata: { project_id: 'p1' } })).toMatchObject({ standing: { is: 'answered', answer: { media: [{ kind: 'clip' }] } } }) // prettier-ignore
    expect(await read({ task_id: 't1', error_message: 'no' })).toMatchObject({ requestId: 't1', standing: { is: 'failed' } }) // prettier-ignore
    expect(await read({ scene_id: 's1' })).toMatchObject({ standing: { is: 'open' } })
    for (const odd of ['', [], null, 1]) expect(await read(odd)).toBeNull()
  })

  it('are asked to stop where they can', async () => {
    server.does(answers(200, {}))
    expect(await tasks.cancel(ticket, signal)).toBe('requested')
    expect(server.seen[0]).toMatchObject({ method: 'DELETE', path: '/api/v1/tasks/t1/cancel' })
    expect(await frames.cancel(ticket, signal)).toBe('unknown')
  })
})
