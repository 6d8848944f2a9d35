import { StudioError } from '@/domain/errors/StudioError'
import { projectSettingsSchema, type ProjectSettings } from '@/domain/project/projectSettings'
import { projectSlug, type ProjectSlug } from '@/domain/project/projectSlug'
import type { Project, ProjectOf } from '@/pipeline/readDeclared'
import type { Stores } from '@/pipeline/stores'
import type { LibraryDocument } from '@/stores/libraryStore'

/** The project of a run, read once per run. */
export const projectReader = (stores: Stores): ProjectOf => {
  const known = new Map<string, Promise<Project>>()
  const read = async (runId: string): Promise<Project> => {
    const run = await stores.runs.find(runId)
    return projectById(stores, run?.project.toHexString() ?? '')
  }
  return (runId) => {
    const project = known.get(runId) ?? read(runId)
    known.set(runId, project)
    return project
  }
}

/** Fails: PROJECT_UNKNOWN. */
export const projectById = async ({ library }: Pick<Stores, 'library'>, id: string): Promise<Project> => {
  const document = await library.findOne('projects', { id })
  if (document) return projectOf(document)
  throw new StudioError({
    code: 'PROJECT_UNKNOWN',
    what: 'The project of this run is gone.',
    why: 'It was deleted.',
    fix: 'Start a new project.',
  })
}

/** Fails: PROJECT_UNKNOWN. */
export const projectBySlug = async ({ library }: Pick<Stores, 'library'>, slug: ProjectSlug): Promise<Project> => {
  const document = await library.findOne('projects', { slug })
  if (document) return projectOf(document)
  throw new StudioError({
    code: 'PROJECT_UNKNOWN',
    what: `There is no film “${slug}”.`,
    why: 'No project of this studio has that slug.',
    fix: 'Look at the list of projects in the admin, or make the film first.',
    field: 'slug',
  })
}

/** A Projects document as the pipeline needs it. */
export const projectOf = (document: LibraryDocument): Project => ({
  id: document.id,
  slug: projectSlug(String(document.slug)),
  title: String(document.title),
  settings: settingsOf(document.settings),
})

/** Payload keeps the rate as a select's text and empty settings as null. */
const settingsOf = (value: unknown): ProjectSettings => {
  const { fps, models, ...rest } = withoutNulls(value)
  return projectSettingsSchema.parse({
    ...rest,
    ...(fps === undefined ? {} : { fps: Number(fps) }),
    models: withoutNulls(models),
  })
}
const withoutNulls = (value: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries((value ?? {}) as Record<string, unknown>).filter(
      ([, inner]) => inner !== null && inner !== undefined,
    ),
  )
