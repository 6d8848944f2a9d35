import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { freeQuote } from '@/domain/money/freeQuote'
import { projectSettingsSchema } from '@/domain/project/projectSettings'
import { fillTemplate, missingIn, variablesOf, type DeclaredTemplate } from '@/domain/prompt/fillTemplate'
import { sceneValues, type PromptValue } from '@/domain/prompt/sceneValues'
import type { Prompt } from '@/payload-types'
import { idIn } from '../asked/idIn'
import { answer, bodyOf, route } from '../asked/route'
import { quoteShape } from '../asked/shapes'

const valuesMost = 100
const fillShape = z.strictObject({
  scene: z.string().regex(/^[0-9a-f]{24}$/, { error: 'must be the id of a scene' }).optional(),
  values: z
    .record(z.string().regex(/^[a-z][a-z0-9_]{0,60}$/i), z.string().max(20_000))
    .refine((values) => Object.keys(values).length <= valuesMost, { error: `at most ${String(valuesMost)} values` })
    .default({}),
}) // prettier-ignore

/** POST /api/prompts/:id/fill: the words as they would be sent, with every variable nobody knows. Sends nothing. */
export const fillPrompt = route({
  method: 'post',
  path: '/:id/fill',
  tells: {
    says: 'Fills a template; sends nothing.',
    body: fillShape,
    ok: 200,
    gives: z.object({
      text: z.string(),
      values: z.array(z.object({ name: z.string(), value: z.string(), from: z.string() })),
      missing: z.array(z.string()),
      quote: quoteShape,
    }),
  },
  handler: async (req) => {
    const prompt = await promptOf(req)
    const { scene, values: given } = await bodyOf(req, fillShape)
    const known = scene === undefined ? [] : await valuesFor(req, scene, given)
    const all = new Map<string, PromptValue>(known.map((one) => [one.name, one]))
    for (const [name, value] of Object.entries(given)) all.set(name, { name, value, from: 'given' })
    const template = declaredOf(prompt)
    const values = Object.fromEntries([...all.values()].map(({ name, value }) => [name, value]))
    const missing = missingIn(template, values)
    const shown = { ...values, ...Object.fromEntries(missing.map((name) => [name, `[${name}]`])) }
    const used = new Set(variablesOf(template.text))
    return answer({
      text: fillTemplate(template, shown),
      values: [...all.values()].filter(({ name }) => used.has(name)),
      missing,
      quote: freeQuote('generate', new Date().toISOString()),
    })
  },
})

const promptOf = async (req: PayloadRequest): Promise<Prompt> => {
  const id = idIn(req)
  const found = /^[0-9a-f]{24}$/.test(id)
    ? await req.payload.findByID({ collection: 'prompts', id, depth: 0, draft: true, disableErrors: true, overrideAccess: false, req })
    : null
  if (found) return found
  throw unknown('PROMPT_UNKNOWN', 'prompt', 'GET /api/prompts')
} // prettier-ignore

const unknown = (code: string, what: string, list: string) =>
  new StudioError({
    code,
    what: `There is no such ${what}.`,
    why: `No ${what} you may see has this id.`,
    fix: `List them with ${list}.`,
  })

const declaredOf = ({ text, variables }: Prompt): DeclaredTemplate => {
  const names = (required: boolean) =>
    (variables ?? []).filter((row) => (row.required !== false) === required).map(({ name }) => name)
  return { text, required: names(true), optional: names(false) }
}

/** What the scene, its cast, its place and the style guide say. Fails: SCENE_UNKNOWN. */
const valuesFor = async (
  req: PayloadRequest,
  id: string,
  { name, prop }: Record<string, string>,
): Promise<PromptValue[]> => {
  const asked = { depth: 0, overrideAccess: false, req } as const
  const scene = await req.payload.findByID({ collection: 'scenes', id, disableErrors: true, ...asked })
  if (!scene) throw unknown('SCENE_UNKNOWN', 'scene', 'GET /api/scenes')
  const project = { equals: typeof scene.project === 'string' ? scene.project : scene.project.id }
  const named = { ...asked, pagination: false, limit: 0 } as const
  const [film, cast, places, looks] = await Promise.all([
    req.payload.findByID({ collection: 'projects', id: project.equals, ...asked }),
    req.payload.find({ collection: 'characters', where: { project, name: { in: scene.charactersPresent ?? [] } }, ...named }),
    req.payload.find({ collection: 'locations', where: { project, name: { equals: scene.location ?? '' } }, ...named }),
    req.payload.find({ collection: 'style-guides', where: { project }, ...named }),
  ])
  // a form leaves null where nothing was chosen
  const chosen = Object.entries(film.settings).filter(([field, value]) => pictureFields.has(field) && value !== null)
  const format = Object.fromEntries(chosen)
  return sceneValues({
    scene: { ...scene },
    cast: cast.docs.map((one) => ({ ...one })),
    place: places.docs[0] ? { ...places.docs[0] } : null,
    look: looks.docs[0] ? { ...looks.docs[0] } : null,
    settings: projectSettingsSchema.parse(format),
    about: { person: name, prop },
  })
} // prettier-ignore
const pictureFields: ReadonlySet<string> = new Set(['aspect', 'resolution', 'fps'])
