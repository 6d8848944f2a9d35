import { z } from 'zod'
import { sceneStatus } from '@/domain/scene/sceneStatus'
import { boardRead } from '@/stores/reads/boardRead'
import { projectOf } from '../asked/projectOf'
import { answer, queryOf, route } from '../asked/route'

const idsMost = 300

const queryShape = z.strictObject({
  scenes: z
    .string()
    .regex(/^([0-9a-f]{24}(,[0-9a-f]{24})*)?$/, { error: 'must be ids of scenes with commas between them' })
    .refine((list) => list.split(',').length <= idsMost, { error: `at most ${String(idsMost)} scenes at once` })
    .optional(),
})
const text = z.string()
const sceneShape = z.object({
  id: text, number: z.number(), clip: text, scene: text, heading: text, title: text, seconds: z.number(),
  people: z.array(text), status: z.enum(sceneStatus.names), locked: z.boolean(), stale: z.array(text),
  verdict: text.nullable(), overruled: z.boolean(), picture: text.nullable(), takes: z.number().int(), error: text.nullable(),
  rev: z.number().int(),
  intent: z.object({
    durationS: z.number().nullable(), shotSize: text, angle: text, movement: text, timeOfDay: text, weather: text, pacing: text,
    lightMood: text,
  }),
}) // prettier-ignore
const boardShape = z.object({
  scenes: z.array(sceneShape),
  runs: z.array(z.object({ id: text, seq: z.number().int() })),
})

/** GET …/board: the scenes as the board and the table show them, and the runs that are open; `scenes` asks for some only, empty for none. */
export const board = route({
  method: 'get',
  path: '/:id/board',
  tells: {
    says: 'The scenes in film order with where each stands, and the open runs.',
    query: queryShape,
    ok: 200,
    gives: boardShape,
  },
  handler: async (req) => {
    const { id: project } = await projectOf(req)
    const { scenes } = queryOf(req, queryShape)
    const only = scenes === undefined ? undefined : scenes.split(',').filter(Boolean)
    return answer(await boardRead(req.payload, { project, only }))
  },
})
