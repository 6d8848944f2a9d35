import { z } from 'zod'
import { jsonOf } from '../http/asked'
import { jsonReply, type Reply } from '../http/reply'
import type { Call, Host } from '../http/route'
import { filmSize } from '../media/fields'
import { make } from '../media/make'
import type { MadeThing, Making } from '../media/making'
import { deliver } from '../world/deliver'
import { openLine, type Place } from '../world/openLine'
import type { World } from '../world/openWorld'
import { takeWork } from '../world/perform'
import { priceOf } from '../world/price'
import { newName } from '../world/random'
import { serviceHost, serviceRoute, wrongInput } from './serviceHost'

const kinds = [
  'generate_video',
  'generate_image',
  'generate_character_voice',
  'process_audio',
  'test_prompt',
  'evaluate_department',
] as const
const taskData = z.looseObject({
  scene_id: z.string().optional(),
  prompt: z.string().default(''),
  text: z.string().optional(),
  start_image_url: z.string().optional(),
  duration: z.coerce.number().min(0.5).max(30).default(5),
})
const submission = z.looseObject({
  project_id: z.string(),
  task_type: z.enum(kinds),
  task_data: taskData,
  callback_url: z.url({ protocol: /^https?$/ }).optional(),
  priority: z.int().default(1),
})
type Submission = z.output<typeof submission>

type Task = {
  id: string
  asked: Submission
  bodyHash: string
  status: 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled'
  result: Record<string, unknown> | null
  error: string | null
  place: Place | null
  /** How often it was begun: what an earlier try still does is not counted. */
  tries: number
}
type Tasks = { world: World; all: Map<string, Task>; line: ReturnType<typeof openLine> }

/** The service of long work: tasks with a callback, which nobody signs and nobody sends twice. */
export const tasksHost = (world: World, key: string): Host => {
  const tasks: Tasks = { world, all: new Map(), line: openLine(4) }
  const about = (act: (task: Task) => Reply) => (call: Call) => {
    const task = tasks.all.get(call.params['id'] ?? '')
    return task ? act(task) : jsonReply(404, { success: false, error: 'Task not found' })
  }
  return serviceHost({
    prefix: '/tasks',
    provider: 'tasks',
    knows: (headers) => headers['x-api-key'] === key,
    routes: [
      serviceRoute('POST /tasks/submit', 'submit', (call) => submit(tasks, call)),
      serviceRoute(
        'GET /tasks/:id/status',
        'status',
        about((task) => jsonReply(200, rowOf(task))),
      ),
      serviceRoute('GET /projects/:project/tasks', 'list', ({ params }) => {
        const found = [...tasks.all.values()].filter(({ asked }) => asked.project_id === params['project'])
        return jsonReply(200, { tasks: found.map(rowOf) })
      }),
      serviceRoute(
        'DELETE /tasks/:id/cancel',
        'cancel',
        about((task) => cancel(task)),
      ),
      serviceRoute(
        'POST /tasks/:id/retry',
        'submit',
        about((task) => retry(tasks, task)),
      ),
    ],
  })
}

const rowOf = ({ id, asked, status, result, error }: Task) => ({
  task_id: id,
  project_id: asked.project_id,
  task_type: asked.task_type,
  task_data: asked.task_data,
  callback_url: asked.callback_url ?? null,
  status,
  result,
  error,
})

const submit = (tasks: Tasks, { asked }: Call): Reply => {
  const read = submission.safeParse(jsonOf(asked))
  if (!read.success) return wrongInput(z.prettifyError(read.error))
  const task: Task = {
    ...{ id: newName('task_', 8), asked: read.data, bodyHash: asked.bodyHash },
    ...{ status: 'pending', result: null, error: null, place: null, tries: 0 },
  }
  tasks.all.set(task.id, task)
  start(tasks, task)
  return jsonReply(200, { success: true, taskId: task.id, task_id: task.id, status: task.status })
}

const cancel = (task: Task): Reply => {
  if (task.status !== 'pending' && task.status !== 'processing')
    return jsonReply(409, { success: false, error: 'The task has ended' })
  task.place?.leave()
  task.status = 'cancelled'
  return jsonReply(200, { success: true })
}

const retry = (tasks: Tasks, task: Task): Reply => {
  if (task.status !== 'failed' && task.status !== 'cancelled')
    return jsonReply(409, { success: false, error: 'Only a failed task is tried again' })
  Object.assign(task, { status: 'pending', error: null })
  start(tasks, task)
  return jsonReply(200, { success: true, taskId: task.id, task_id: task.id })
}

/** One's own service costs nothing: its rows in the ledger are there to be counted. */
const start = ({ world, line }: Tasks, task: Task): void => {
  const { task_type, callback_url } = task.asked
  const by = { provider: 'tasks' as const, endpoint: task_type }
  const work = takeWork<MadeThing>(world, {
    ...by,
    ...{ requestId: task.id, bodyHash: task.bodyHash, webhookUrl: callback_url ?? null, takesS: 20 },
    price: () => priceOf('task', 1, 0),
    run: () => make(world, makingOf(task.asked), { by, trusted: true }),
  })
  const mine = ++task.tries
  task.place = line.enter(async () => {
    task.status = 'processing'
    const worked = await work.perform()
    if (task.tries !== mine || (task.status as Task['status']) === 'cancelled') return
    if (worked.is !== 'made') {
      const error = worked.is === 'input' ? worked.refused.message : `The task ended: ${worked.is}`
      Object.assign(task, { status: 'failed', error })
      return
    }
    Object.assign(task, { status: 'completed', result: resultOf(task.asked, worked.made) })
    if (callback_url !== undefined) void callBack(world, task, callback_url)
  })
}

const makingOf = ({ task_type, task_data }: Submission): Making => {
  const { prompt, duration, start_image_url, text } = task_data
  switch (task_type) {
    case 'generate_video':
      return {
        ...{ is: 'clip', fps: 24, seconds: duration, sound: false, words: prompt, end: null },
        start: start_image_url === undefined ? null : { url: start_image_url, field: 'start_image_url' },
        size: start_image_url === undefined ? filmSize('720p', '16:9') : filmSize('720p'),
      }
    case 'generate_image':
      return { is: 'picture', size: { width: 1280, height: 720 }, format: 'png', words: prompt, count: 1, bases: [] }
    case 'generate_character_voice':
    case 'process_audio':
      return { is: 'speech', text: text ?? prompt, voice: 'service', speed: 1, format: 'wav' }
    case 'test_prompt':
    case 'evaluate_department':
      return { is: 'words', question: prompt, looksAt: [] }
  }
}

const fields: Partial<Record<Submission['task_type'], string>> = {
  generate_video: 'video_url',
  generate_image: 'image_url',
  generate_character_voice: 'audio_url',
  process_audio: 'audio_url',
}

const resultOf = ({ task_type }: Submission, { files, text }: MadeThing): Record<string, unknown> => {
  const field = fields[task_type]
  const [file] = files
  if (field === undefined || !file) return { text }
  return { [field]: file.url, ...(file.seconds === undefined ? {} : { duration: file.seconds }) }
}

const callBack = (world: World, { asked, result }: Task, url: string): Promise<void> =>
  deliver(world, {
    ...{ provider: 'tasks', endpoint: asked.task_type, url, triesAfterS: [] },
    write: (spoilt) => ({
      headers: {},
      body: JSON.stringify({ scene_id: spoilt.altered ? 'another' : (asked.task_data.scene_id ?? null), ...result }),
    }),
  })
