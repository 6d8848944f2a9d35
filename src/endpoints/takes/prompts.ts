import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { staff } from '@/access/roles'
import { templateFor, templateIn } from '@/domain/prompt/chosenTemplate'
import { fillTemplate, missingIn, variablesOf } from '@/domain/prompt/fillTemplate'
import { promptJobs, type PromptJob } from '@/domain/prompt/promptJobs'
import { valueSource, type ValueSource } from '@/domain/prompt/valueSource'
import { textOf } from '@/domain/words'
import type { Prompt } from '@/payload-types'
import { answer, route } from '../asked/route'
import { sceneOf } from '../living/sceneOf'
import { promptSources, type FoundSources } from './promptSources'

const sourceShape = z.object({
  of: z.enum(['scene', 'style', 'location', 'character', 'prop', 'studio']),
  name: z.string(),
  field: z.string(),
  /** Where it is edited; null: nowhere, the studio says it. */
  document: z.object({ collection: z.string(), id: z.string() }).nullable(),
})
const jobShape = z.object({
  kind: z.enum(['still', 'clip']),
  layer: z.number().int().nullable(),
  subject: z.string(),
  template: z.object({
    slug: z.string(),
    /** Null: the one that ships, of which no document stands. */
    id: z.string().nullable(),
    title: z.string(),
    revision: z.number().int(),
    text: z.string(),
    required: z.array(z.string()),
    optional: z.array(z.string()),
  }),
  /** What a person wrote instead of the template; '' where nobody did. */
  own: z.string(),
  values: z.array(z.object({ name: z.string(), value: z.string(), from: sourceShape })),
  missing: z.array(z.string()),
  /** As it would be sent now; missing variables stand in brackets. */
  text: z.string(),
  references: z.array(z.object({ role: z.string(), name: z.string() })),
})

/** GET /api/scenes/:id/prompts: what each layer and the clip would be told now, with where every value comes from. Sends nothing. */
export const listPrompts = route({
  method: 'get',
  path: '/:id/prompts',
  only: staff,
  tells: {
    says: 'What each layer of a scene and its clip would be told now: template, values with their sources, filled text. Sends nothing.',
    ok: 200,
    gives: z.object({ prompts: z.array(jobShape) }),
    errors: [403],
  },
  handler: async (req) => {
    const scene = await sceneOf(req)
    const sources = await promptSources(req, scene)
    const templates = await templatesFor(req, scene.project.id)
    const told = promptJobs(sources).map((job) => toldJob(job, { sources, templates, project: scene.project.id }))
    return answer({ prompts: told })
  },
})

const templatesFor = async (req: PayloadRequest, project: string): Promise<Prompt[]> => {
  const { docs } = await req.payload.find({
    collection: 'prompts', where: { slug: { like: 'scene-' }, or: [{ project: { equals: project } }, { project: { exists: false } }] },
    depth: 0, pagination: false, limit: 0, overrideAccess: false, req,
  }) // prettier-ignore
  return docs
}

type Known = { sources: FoundSources; templates: readonly Prompt[]; project: string }

const toldJob = (job: PromptJob, { sources, templates, project }: Known) => {
  const { kind, layer, subject, template: slug, own, values, references } = job
  const rows = templates.map((one) => ({ ...one }))
  const declared = templateFor(rows, { slug, project })
  const standing = templateIn(templates.map((one) => ({ ...one })), { slug, project }) // prettier-ignore
  const missing = missingIn(declared, values)
  const shown = { ...values, ...Object.fromEntries(missing.map((name) => [name, `[${name}]`])) }
  const filled = fillTemplate(declared, shown)
  const ownStyle = textOf(sources.scene['styleCapsule']) !== ''
  return {
    kind, layer, subject, own, missing, references, text: own === '' ? filled : own,
    template: { slug, id: standing?.id ?? null, title: standing?.title ?? slug, revision: standing?.rev ?? 0, ...declared },
    values: variablesOf(declared.text).map((name) => ({ name, value: values[name] ?? '', from: placed(valueSource(name, subject, { ownStyle }), sources) })),
  } // prettier-ignore
}

const collections = { scene: 'scenes', style: 'style-guides', location: 'locations', character: 'characters', prop: 'props' } as const // prettier-ignore

const placed = (source: ValueSource, sources: FoundSources): z.infer<typeof sourceShape> => {
  if (source.of === 'studio') return { ...source, document: null }
  const id = documentOf(source, sources)?.['id']
  return { ...source, document: typeof id === 'string' ? { collection: collections[source.of], id } : null }
}

const documentOf = ({ of, name }: ValueSource, { scene, cast, place, props, look }: FoundSources) => {
  const named = (list: readonly Record<string, unknown>[]) => list.find((one) => one['name'] === name)
  return { scene, style: look, location: place, character: named(cast), prop: named(props), studio: null }[of]
}
