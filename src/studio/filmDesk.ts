import { dirname } from 'node:path'
import { canonical } from '@/domain/canonical'
import { StudioError } from '@/domain/errors/StudioError'
import { handoffInput, type HandoffWish } from '@/domain/handoff/handoffWish'
import type { ProjectSettings, StopPoint } from '@/domain/project/projectSettings'
import type { ProjectSlug } from '@/domain/project/projectSlug'
import { renames, type Titled } from '@/domain/project/renames'
import type { Notice } from '@/domain/screenplay/screenplay'
import type { RunStage } from '@/domain/run/runState'
import { searchKnowledge } from '@/calls/searchKnowledge'
import type { EmbeddingModel } from '@/providers/spec/embeddings'
import type { FinishedFilm } from '@/pipeline/film/finishFilm'
import { exportWish } from '@/pipeline/handoff/exportWish'
import { draftsOf } from '@/pipeline/qualify/draftsOf'
import type { Project } from '@/pipeline/readDeclared'
import { assembleWish, generateWish, moveProject, qualifyWish, startRun, type Wish } from '@/pipeline/startRuns'
import type { Providers } from '@/pipeline/providers'
import type { Stores } from '@/pipeline/stores'
import { whileAway } from '@/stores/databaseAway'
import { handedStore } from '@/stores/handedStore'
import type { LookedAt, OwnDesk } from './ownDesk'
import { projectBySlug, projectOf } from './projectReader'
import { stillsOf } from './stillsOf'

export type GivenScreenplay = {
  name: string
  /** Where it lies on this machine. */
  path: string
  sha256: string
  bytes: number
  text: string
  format: string
  /** What its title page says; '' when it has none. */
  title: string
}
/** `titled`: who gave the title, so that a project that stands knows whether to take it. */
export type WishedProject = {
  slug: ProjectSlug
  title: string
  titled: Titled
  settings: Partial<ProjectSettings>
}
export type FollowedRun = {
  runId: string
  stage: RunStage
  done: number
  total: number
  reused: number
  notices: string[]
}
export type FilmDesk = ReturnType<typeof filmDesk>

const clipStep = 'scene.make-clip'

type DeskParts = { stores: Stores; providers: Providers; own: OwnDesk; embeddings?: EmbeddingModel | null }

/** What a person does at the desk to get a film: the same acts as the buttons of the studio, in our words. */
export const filmDesk = ({ stores, providers, own, embeddings = null }: DeskParts) => ({
  own,

  /**
   * The project of a slug, made where there is none. `settings` and a title somebody has just given take the place of
   * what stands; a title page that says what it said before renames nothing, so that a name given in the studio stays.
   */
  async openProject({ slug, title, titled, settings }: WishedProject): Promise<Project> {
    const standing = await stores.library.findOne('projects', { slug })
    const wished = { ...settings, ...(settings.fps === undefined ? {} : { fps: String(settings.fps) }) }
    if (!standing) {
      const made = await stores.library.create('projects', {
        slug,
        title,
        status: 'gathering',
        settings: wished,
        rev: 1,
      })
      return projectOf(made)
    }
    const kept = (standing.settings ?? {}) as Record<string, unknown>
    const before = (await stores.gather.list(slug, 'screenplay')).at(-1)
    const pageBefore = typeof before?.data.title === 'string' ? before.data.title : (before?.title ?? '')
    const name = renames({ title, titled, pageBefore }) ? title : standing.title
    const changed = Object.entries(wished).some(([key, value]) => canonical(kept[key]) !== canonical(value))
    const data = { title: name, settings: { ...kept, ...wished } }
    if (changed || name !== standing.title)
      await stores.library.update('projects', {
        where: { id: standing.id },
        data: { ...data, rev: (standing.rev ?? 0) + 1 },
      })
    return projectOf({ ...standing, ...data })
  },

  projectOfSlug: (slug: ProjectSlug) => projectBySlug(stores, slug),

  async isTaken(slug: ProjectSlug): Promise<boolean> {
    return (await stores.library.findOne('projects', { slug })) !== null
  },

  /**
   * Refuses a slug whose film is made from another file: one of another name, or of the same name in another folder
   * while the first still `stands`. Changes nothing. Fails: SLUG_TAKEN.
   */
  async refuseTaken(slug: ProjectSlug, file: GivenScreenplay, stands: (path: string) => boolean): Promise<void> {
    const before = (await stores.gather.list(slug, 'screenplay')).at(-1)
    if (!before || before.file?.sha256 === file.sha256) return
    const path = typeof before.data.path === 'string' ? before.data.path : null
    const elsewhere = path !== null && path !== file.path && stands(path)
    if (before.file?.name !== file.name || elsewhere) throw slugTaken(slug, before.file?.name ?? 'something else', path)
  },

  /** Gathers the screenplay. An edited file takes the place of the one before: what runs is cancelled, gather reopened. */
  async giveScreenplay(project: Project, file: GivenScreenplay): Promise<'new' | 'same' | 'edited'> {
    const before = (await stores.gather.list(project.slug, 'screenplay')).at(-1)
    const entry = {
      kind: 'screenplay' as const, title: project.title, text: file.text, data: { format: file.format, path: file.path, title: file.title }, source: 'import' as const, author: 'import',
      file: { name: file.name, sha256: file.sha256, bytes: file.bytes },
    } // prettier-ignore
    if (!before) {
      await stores.gather.add(project.slug, entry)
      return 'new'
    }
    if (before.file?.sha256 === file.sha256) return 'same'
    await this.reopenGather(project)
    await stores.gather.replace(project.slug, entry)
    return 'edited'
  },

  /** Gathers a person's own material beside the screenplay; what is no longer given is taken out. */
  async giveMaterial(project: Project, looked: LookedAt): Promise<'same' | 'edited'> {
    if (!(await own.isNews(project, looked))) return 'same'
    await this.reopenGather(project)
    await own.give(project, looked)
    return 'edited'
  },

  async reopenGather(project: Project): Promise<void> {
    await this.stopRuns(project)
    if (await stores.gather.isLocked(project.slug)) await stores.gather.reopen(project.slug)
    await moveProject(stores, project.id, 'gathering')
  },

  /** What the departments assume of a screenplay or leave open; the departments read it once, for themselves and for this. */
  assumed(project: Project, text: string): Notice[] {
    const { notices, story } = draftsOf(text, project.settings)
    const { cast, world } = story().notices
    return [...notices, ...cast, ...world]
  },

  async stopRuns(project: Project): Promise<void> {
    for (const run of await stores.runs.openOf(project.id)) {
      if (run.state !== 'failed') await stores.outbox.add('cancelRun', { runId: run._id })
      await untilEnded(stores, run._id)
    }
  },

  wish: {
    qualify: (project: Project) => qualifyWish(stores, project, { providers }),
    generate: (project: Project, until: StopPoint = 'clips') =>
      generateWish(stores, project, { providers, options: until === 'stills' ? { until } : {} }),
    assemble: (project: Project) => assembleWish(stores, project, { providers }),
    export: (project: Project, wish: HandoffWish) => exportWish(stores, project, handoffInput(wish)),
  },
  /** Repeatable: a run with the wish's key is joined, not stored again. */
  start: (project: Project, wish: Wish) => patient(() => startRun(stores, project, wish)),

  async follow(runId: string): Promise<FollowedRun> {
    const state = await patient(() => stores.runs.loadState(runId))
    const count = (of: string) => state.nodes.filter((node) => node === of).length
    const skipped = state.nodes.flatMap((node, i) => (node === 'skipped' ? [state.plan.nodes[i]?.says ?? ''] : []))
    return {
      runId,
      stage: state.stage,
      done: count('done') + count('skipped'),
      total: state.nodes.length,
      reused: state.reused.filter(Boolean).length,
      notices: skipped,
    }
  },

  /** Nothing waits in the outbox any more: what a run says now is its last word. */
  async isSettled(): Promise<boolean> {
    return (await patient(() => stores.outbox.open())) === 0
  },

  async whyFailed(runId: string) {
    return (await patient(() => stores.runs.find(runId)))?.error ?? null
  },

  async film(project: Project): Promise<FinishedFilm | null> {
    return ((await patient(() => stores.films.find(project.id)))?.gives.film as FinishedFilm | undefined) ?? null
  },
  /** Paid models of clips, by scene. */
  async clipMakers({ id }: Project): Promise<Map<string, string>> {
    const made = await patient(() => stores.results.paidMakers(id, [clipStep]))
    return new Map([...made].map(([key, by]) => [key.slice(clipStep.length + 1), by]))
  },
  stills: (runId: string) => patient(() => stillsOf(stores, runId)),
  /** The files of a hand-off that is ready. */
  handed: (runId: string) => handedStore(stores.control).filesOf(runId),
  /** The facts of a film that fit a question best. Fails: NOTHING_KNOWN. */
  ask: searchKnowledge({ knowledge: stores.knowledge, embeddings, signal: new AbortController().signal }),
  /** A small JPEG of the last picture before a cut beside the first one after it. */
  mirror: (pictures: { name: string; caption: string }[], to: string) =>
    providers.film.contactSheet(
      { pictures: pictures.map(({ name, caption }) => ({ file: stores.assets.pathOf(name), caption })), columns: 2 },
      to,
      { signal: new AbortController().signal, scratch: dirname(to) },
    ),
  spent: (project: Project) => patient(() => stores.generations.spent(project.id)),
  pathOf: (name: string) => stores.assets.pathOf(name),
})

/** A database that was killed is started again meanwhile (host/mongod); who waits for an answer asks again. */
const patient = <T>(body: () => Promise<T>): Promise<T> => whileAway(databaseBackMs, body)
const databaseBackMs = 60_000

const untilEnded = async (stores: Stores, runId: string): Promise<void> => {
  for (let i = 0; i < 150; i++) {
    const run = await stores.runs.find(runId)
    if (!run || ['succeeded', 'failed', 'cancelled'].includes(run.state)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const slugTaken = (slug: ProjectSlug, by: string, path: string | null) =>
  new StudioError({
    code: 'SLUG_TAKEN',
    what: `The slug “${slug}” belongs to another film.`,
    why: `It was made from “${path?.slice(-120) ?? by}”.`,
    fix: 'Give this film another one with --slug, or use --fresh for a numbered one.',
    field: 'slug',
  })
