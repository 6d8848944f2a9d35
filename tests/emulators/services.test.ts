import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { probe } from '../../emulators/media/runFfmpeg'
import { startEmulators, type Emulators } from '../../emulators/startEmulators'
import { catchCallbacks, until } from './catchCallbacks'

let emulators: Emulators
let callbacks: Awaited<ReturnType<typeof catchCallbacks>>
beforeAll(async () => {
  callbacks = await catchCallbacks()
  emulators = await startEmulators({ speed: 1000 })
})
afterAll(async () => {
  await emulators.close()
  callbacks.close()
})

type Called = { url: string; headers?: Record<string, string>; body?: unknown; method?: string | undefined }
const call = async ({ url, headers = {}, body, method = body === undefined ? 'GET' : 'POST' }: Called) => {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, any> }
}
const tasks = (path: string, body?: unknown, method?: string) => {
  const headers = { 'x-api-key': emulators.env['TASK_API_KEY']! }
  return call({ url: `${emulators.env['TASK_SERVICE_URL']}/api/v1/${path}`, headers, body, method })
}
const frames = (path: string, body?: unknown) => {
  const headers = { authorization: `Bearer ${emulators.env['LAST_FRAME_API_KEY']}` }
  return call({ url: `${emulators.env['LAST_FRAME_URL']}/api/v1/${path}`, headers, body })
}
const brain = (path: string, body?: unknown) => {
  const headers = { 'x-api-key': emulators.env['BRAIN_SERVICE_API_KEY']! }
  return call({ url: `${emulators.env['BRAIN_SERVICE_URL']}/api/v1/${path}`, headers, body })
}
const bytesAt = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())

describe('the three services of the original design, emulated', () => {
  it('film a scene, find its last picture, and put films one after the other, each with its callback', async () => {
    const start = await emulators.world.cdn.put({
      bytes: await sharp({ create: { width: 320, height: 180, channels: 3, background: '#b02020' } })
        .png()
        .toBuffer(),
      type: 'image/png',
      ending: 'png',
    })
    const submitted = await tasks('tasks/submit', {
      project_id: 'harbour',
      task_type: 'generate_video',
      task_data: { scene_id: 'scene-7', prompt: 'The lamp swings', start_image_url: start.url, duration: 3 },
      callback_url: `${callbacks.url}/api/webhooks/video-complete?k=1&h=2`,
      priority: 1,
    })
    const { task_id } = submitted.body as { task_id: string }
    await callbacks.next(1)
    const told = JSON.parse(callbacks.caught[0]!.body) as { scene_id: string; video_url: string; duration: number }
    expect(callbacks.caught[0]!.path).toBe('/api/webhooks/video-complete?k=1&h=2')
    expect(told).toMatchObject({ scene_id: 'scene-7', duration: 3 })
    expect((await tasks(`tasks/${task_id}/status`)).body).toMatchObject({
      status: 'completed',
      result: { video_url: told.video_url },
    })
    expect((await tasks('projects/harbour/tasks')).body['tasks']).toHaveLength(1)
    expect(await probe(emulators.world, await bytesAt(told.video_url))).toMatchObject({
      width: 1280,
      height: 720,
      frames: 72,
    })

    await frames('process', {
      video_url: told.video_url,
      webhook_url: `${callbacks.url}/api/webhooks/last-frame-complete?k=1`,
    })
    await callbacks.next(2)
    const frame = JSON.parse(callbacks.caught[1]!.body) as { video_url: string; image_url: string }
    expect(frame.video_url).toBe(told.video_url)
    const picture = await sharp(await bytesAt(frame.image_url))
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([picture.info.width, picture.info.height]).toEqual([1280, 720])
    expect(picture.data[0]).toBeGreaterThan(150)

    const stitch = await frames('stitch', {
      video_urls: [told.video_url, told.video_url],
      metadata: { project_id: 'harbour' },
      webhook_url: `${callbacks.url}/stitch`,
    })
    await callbacks.next(3)
    const film = JSON.parse(callbacks.caught[2]!.body) as { video_result_url: string; metadata: object }
    expect(film.metadata).toEqual({ project_id: 'harbour' })
    const { seconds } = await probe(emulators.world, await bytesAt(film.video_result_url))
    expect(seconds).toBeCloseTo(6, 1)
    expect((await frames(`status/${stitch.body['task_id']}`)).body).toMatchObject({
      status: 'completed',
      video_result_url: film.video_result_url,
    })
    expect((await frames('length', { video_url: film.video_result_url })).body['duration']).toBeCloseTo(6, 1)
  })

  it('tell a failure by status only, and take cancelled tasks again', async () => {
    const { body } = await frames('process', {
      video_url: 'http://127.0.0.1:9/none.mp4',
      webhook_url: `${callbacks.url}/never`,
    })
    await until(async () => (await frames(`status/${body['task_id']}`)).body['status'] === 'failed')
    expect(callbacks.caught.map(({ path }) => path)).not.toContain('/never')

    await fetch(`${emulators.url}/control/plan`, {
      method: 'POST',
      body: JSON.stringify({ rules: [{ provider: 'tasks', nth: 1, do: 'longer', ms: 200 }] }),
    })
    const { task_id } = (
      await tasks('tasks/submit', { project_id: 'p', task_type: 'test_prompt', task_data: { prompt: 'Is it day?' } })
    ).body
    expect((await tasks(`tasks/${task_id}/cancel`, undefined, 'DELETE')).status).toBe(200)
    expect((await tasks(`tasks/${task_id}/retry`, {})).status).toBe(200)
    await until(async () => (await tasks(`tasks/${task_id}/status`)).body['status'] === 'completed')
    expect((await tasks('tasks/submit', { project_id: 'p', task_type: 'nonsense', task_data: {} })).status).toBe(422)
  })

  it('remember facts, answer questions, and give vectors that lie near each other for like texts', async () => {
    expect((await call({ url: `${emulators.env['BRAIN_SERVICE_URL']}/health` })).status).toBe(200)
    expect((await call({ url: `${emulators.env['BRAIN_SERVICE_URL']}/api/v1/knowledge/context/p` })).status).toBe(401)
    await brain('knowledge/store', { project_id: 'harbour', text: 'Mara wears a red coat' })
    expect((await brain('knowledge/context/harbour')).body['facts']).toHaveLength(1)
    const { answer, confidence } = (
      await brain('knowledge/query', { query: 'Does Mara wear red? yes or no', context: { project_id: 'harbour' } })
    ).body
    expect(answer).toBe('yes')
    expect(confidence).toBeGreaterThan(0.8)
    const { embeddings } = (
      await brain('embeddings/generate', { texts: ['a red coat', 'the red coat', 'seven ships'] })
    ).body as { embeddings: number[][] }
    const near = (a: number[], b: number[]) => a.reduce((sum, value, n) => sum + value * b[n]!, 0)
    expect(near(embeddings[0]!, embeddings[1]!)).toBeGreaterThan(near(embeddings[0]!, embeddings[2]!) + 0.3)
  })
})
