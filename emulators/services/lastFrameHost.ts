import { z } from 'zod'
import { jsonOf } from '../http/asked'
import { jsonReply, type Reply } from '../http/reply'
import type { Call, Host } from '../http/route'
import { download } from '../media/download'
import { addSound, lastFrameOf, stitchFilms } from '../media/filmTools'
import { probe } from '../media/runFfmpeg'
import { deliver } from '../world/deliver'
import type { World } from '../world/openWorld'
import { takeWork } from '../world/perform'
import { priceOf } from '../world/price'
import { newName } from '../world/random'
import { serviceHost, serviceRoute, wrongInput } from './serviceHost'

const webhook = { webhook_url: z.url({ protocol: /^https?$/ }).optional() }
const film = z.string().min(1)
const metadata = z.looseObject({}).optional()
const shapes = {
  process: z.looseObject({ video_url: film, ...webhook }),
  stitch: z.looseObject({ video_urls: z.array(film).min(1).max(500), metadata, ...webhook }),
  sound: z.looseObject({
    video_url: film,
    audio_url: film.optional(),
    music_url: film.optional(),
    metadata,
    ...webhook,
  }),
  length: z.looseObject({ video_url: film }),
}

type FrameTask = {
  status: 'processing' | 'completed' | 'failed'
  result: Record<string, unknown>
  error_message: string | null
}
type Result = Record<string, unknown>
type Frames = { world: World; tasks: Map<string, FrameTask> }

/** The service that cuts: last frames, films one after the other, sound over them. */
export const lastFrameHost = (world: World, key: string): Host => {
  const frames: Frames = { world, tasks: new Map() }
  const sound = (call: Call) =>
    taken(frames, call, {
      shape: shapes.sound,
      name: call.asked.path.slice(1),
      run: (asked) => withSound(world, asked),
    })
  return serviceHost({
    prefix: '/last-frame',
    provider: 'lastFrame',
    knows: (headers) => headers['authorization'] === `Bearer ${key}`,
    routes: [
      serviceRoute('POST /process', 'submit', (call) =>
        taken(frames, call, {
          shape: shapes.process,
          name: 'process',
          run: (asked) => lastFrame(world, asked.video_url),
        }),
      ),
      serviceRoute('POST /stitch', 'submit', (call) =>
        taken(frames, call, { shape: shapes.stitch, name: 'stitch', run: (asked) => stitched(world, asked) }),
      ),
      serviceRoute('POST /audio-stitch', 'submit', sound),
      serviceRoute('POST /music-track', 'submit', sound),
      serviceRoute('POST /length', 'read', async ({ asked }) => {
        const read = shapes.length.safeParse(jsonOf(asked))
        if (!read.success) return wrongInput(z.prettifyError(read.error))
        const found = await fetched(world, read.data.video_url)
          .then((bytes) => probe(world, bytes))
          .catch(() => null)
        return found
          ? jsonReply(200, { length: found.seconds, duration: found.seconds })
          : wrongInput('video_url cannot be read')
      }),
      serviceRoute('GET /status/:id', 'status', ({ params }) => {
        const task = frames.tasks.get(params['id'] ?? '')
        if (!task) return jsonReply(404, { error: 'Task not found' })
        const { status, result, error_message } = task
        return jsonReply(200, {
          task_id: params['id'],
          status,
          ...result,
          ...(error_message === null ? {} : { error_message }),
        })
      }),
    ],
  })
}

const fetched = (world: World, url: string): Promise<Buffer> => download(world, { url, field: 'video_url' }, true)

const lastFrame = async (world: World, video_url: string): Promise<Result> => {
  const bytes = await lastFrameOf(world, await fetched(world, video_url))
  const { url } = await world.cdn.put({ bytes, type: 'image/png', ending: 'png' })
  return { video_url, image_url: url }
}

const stitched = async (world: World, asked: z.output<typeof shapes.stitch>): Promise<Result> => {
  const films = await Promise.all(asked.video_urls.map((url) => fetched(world, url)))
  return filmAt(world, await stitchFilms(world, films), asked.metadata)
}

const withSound = async (world: World, asked: z.output<typeof shapes.sound>): Promise<Result> => {
  const sound = asked.audio_url ?? asked.music_url
  if (sound === undefined) throw new Error('audio_url or music_url is required')
  const both = await Promise.all([fetched(world, asked.video_url), fetched(world, sound)])
  return filmAt(world, await addSound(world, ...both), asked.metadata)
}

const filmAt = async (world: World, bytes: Buffer, metadata: object | undefined): Promise<Result> => {
  const { url } = await world.cdn.put({ bytes, type: 'video/mp4', ending: 'mp4' })
  return { video_result_url: url, ...(metadata ? { metadata } : {}) }
}

type Doing<Shape extends z.ZodObject> = { shape: Shape; name: string; run: (asked: z.output<Shape>) => Promise<Result> }

/** Takes a piece of work and answers with its id; a failure is told by status only, never by callback. */
const taken = <Shape extends z.ZodObject>(
  { world, tasks }: Frames,
  { asked }: Call,
  { shape, name, run }: Doing<Shape>,
): Reply => {
  const read = shape.safeParse(jsonOf(asked))
  if (!read.success) return wrongInput(z.prettifyError(read.error))
  const id = newName('frame_', 8)
  const url = typeof read.data['webhook_url'] === 'string' ? read.data['webhook_url'] : null
  const task: FrameTask = { status: 'processing', result: {}, error_message: null }
  tasks.set(id, task)
  const work = takeWork<Result>(world, {
    ...{ provider: 'lastFrame', endpoint: name, requestId: id, bodyHash: asked.bodyHash, webhookUrl: url, takesS: 3 },
    price: () => priceOf('task', 1, 0),
    run: () => run(read.data),
  })
  void work.perform().then(async (worked) => {
    if (worked.is !== 'made') {
      Object.assign(task, {
        status: 'failed',
        error_message: worked.is === 'failed' ? worked.why : `It could not be read: ${worked.is}`,
      })
      return
    }
    Object.assign(task, { status: 'completed', result: worked.made })
    if (url === null) return
    const body = JSON.stringify(worked.made)
    await deliver(world, {
      provider: 'lastFrame',
      endpoint: name,
      url,
      triesAfterS: [],
      write: () => ({ headers: {}, body }),
    })
  })
  return jsonReply(200, { task_id: id, status: 'processing' })
}
