import { setTimeout as sleep } from 'node:timers/promises'
import { canonical } from '@/domain/canonical'
import { chooseModels, modelOf, previsChoice, type ModelChoice } from '@/domain/catalogue/chooseModels'
import type { CatalogueModel, PaidProviderId } from '@/domain/catalogue/model'
import { namedModel, picturesBy } from '@/domain/catalogue/namedModel'
import { paidPictureIds } from '@/domain/catalogue/paidPictureIds'
import type { PresetName } from '@/domain/catalogue/presets'
import { pictureFormat } from '@/domain/format'
import type { Quote } from '@/domain/money/quote'
import { quoteGroups } from '@/domain/money/quoteScenes'
import { asideSubject, drawnBy, enrolledBy, referencesToMake, type References } from '@/domain/money/referencesToMake'
import { sceneCallsOf, shownIn, type CountedScene } from '@/domain/money/sceneCallsOf'
import { previsModel, type ProjectSettings, type StopPoint } from '@/domain/project/projectSettings'
import { sceneSettings } from '@/domain/project/sceneSettings'
import { musicToMake } from '@/domain/sound/musicToMake'
import type { ProjectSlug } from '@/domain/project/projectSlug'
import type { Project } from '@/pipeline/readDeclared'
import type { Providers } from '@/pipeline/providers'
import type { Stores } from '@/pipeline/stores'
import { reconcileBills } from '@/queue/jobs'
import { costsStore, type CostRow } from '@/stores/costsStore'
import { budgetStore } from '@/stores/paid/budgetStore'
import { quotesStore, type QuoteBilled } from '@/stores/quotesStore'
import { hasOwnModels } from '@/stores/hasOwnModels'
import { makerKey } from '@/stores/resultsStore'
import { paidStandingStore } from '@/stores/paidStandingStore'
import { sha256Of } from '@/stores/sha256'
import { isCut, scenesToPrice, type Makers, type PricedScene, type Screenplay } from './scenesToPrice'
import { projectOf } from './projectReader'
import { textToPrice } from './textToPrice'

export type MoneyDesk = ReturnType<typeof moneyDesk>
type Parts = {
  stores: Stores
  providers: Providers
  /** Whose keys there are for this project; null: for one that is new. */
  keyed: (project: string | null) => Promise<ReadonlySet<PaidProviderId>>
}
type Wished = { slug: ProjectSlug; settings: Partial<ProjectSettings>; screenplay: Screenplay; until: StopPoint }
type Waiting = { signal: AbortSignal; say: (line: string) => void }
export type { QuoteBilled } from '@/stores/quotesStore'
export type Bill = { spent: number; held: number; rows: CostRow[] }

/** What a person at the desk decides about money and is told of it. Whole nanodollars. */
export const moneyDesk = ({ stores, providers, keyed }: Parts) => {
  const { control, library, catalogue, outbox } = stores
  const standing = paidStandingStore(control)
  const budget = budgetStore(control)
  const quotes = quotesStore(control)
  return {
    /** The models a preset means here. Fails as `chooseModels`. */
    async choose(preset: PresetName, slug: ProjectSlug): Promise<ProjectSettings['models']> {
      const project = await library.findOne('projects', { slug })
      const models = preset === 'previs' ? [] : await catalogue.models()
      const wanted = chooseModels(preset, { models, providers: await keyed(project?.id ?? null), on: today() })
      return Object.fromEntries(Object.entries(wanted).filter(([, model]) => model !== previsModel))
    },

    /** What is still to be paid for a film with these settings; nothing is written. Fails as models are priced. */
    async quote({ slug, settings, screenplay, until }: Wished): Promise<Quote> {
      const document = await library.findOne('projects', { slug })
      const known = { id: '', slug, title: slug, ...document }
      const project = projectOf({ ...known, settings: { ...(document?.settings as object | undefined), ...settings } })
      const parts = { stores, providers }
      const choices = choicesOf(project.settings)
      const isFree = Object.values(choices(null)).every((model) => model === previsModel) && !(project.id && (await hasOwnModels(control, project.id)))
      const models = isFree ? [] : await catalogue.models()
      const makers = ({ models: own }: PricedScene) => makersOf(choices(own), models)
      const { open, film } = isFree ? { open: [], film: [] } : await scenesToPrice(stores, { project, screenplay, until, makersOf: makers })
      const { aspect, resolution, fps, takesMax } = project.settings
      const choice = choices(null)
      const scored = choice.music !== previsModel && until === 'clips' && !(await isCut(parts, project))
      const names = [...new Set(open.map(({ models: own }) => canonical(choices(own))))]
      const groups = names.map((name) => open.filter(({ models: own }) => canonical(choices(own)) === name))
      const offers = await Promise.all((groups.length > 0 ? groups : [open]).map(async (scenes) => ({
        choice: choices(scenes[0]?.models),
        scenes: scenes.map((scene) => ({ ...sceneCallsOf(scene, fps), stillStands: scene.stillStands ?? false, knownPlace: Boolean(scene.location) })),
        references: await referencesOf(stores, { project, film: makersOf(choice, models).pictures, by: makersOf(choices(scenes[0]?.models), models).pictures, open: scenes }),
      })))
      return quoteGroups(offers, {
        beside: await textToPrice(stores, { project, text: screenplay.text, choice, models }),
        music: scored ? musicToMake(film, fps) : [],
        choice, models, format: pictureFormat(aspect, resolution, fps), takesMax, seen: await quotes.takesSeen(project.id), until, on: today(),
        asOf: new Date().toISOString(), hashOf: sha256Of,
      }) // prettier-ignore
    },

    /** What a film has cost so far, with what may still be billed; 0 for one that is new. */
    async gone(slug: ProjectSlug): Promise<number> {
      const project = await library.findOne('projects', { slug })
      if (!project) return 0
      const { nanodollars: spent } = await stores.generations.spent(project.id)
      return spent + (await standing.of(project.id)).heldForOver
    },

    /** The cap holds from now on, also where it is lower than before. */
    limit: ({ id, settings }: Pick<Project, 'id' | 'settings'>): Promise<void> => budget.limit(id, settings.budgetNanodollars),

    /** What may have been paid in vain is made anew, and may be paid twice. Answers how many calls that are. */
    again: ({ id }: Pick<Project, 'id'>): Promise<number> => standing.wantAgain(id, { by: 'film command', reason: 'It was started with --again.' }),

    /** Waits for what is under way, so that nothing paid for is left lying, and then a while for the bills. */
    async settled({ id }: Pick<Project, 'id'>, { signal, say }: Waiting): Promise<void> {
      const { underWay } = await standing.of(id)
      if (underWay > 0) say(`Waiting for ${String(underWay)} paid ${underWay === 1 ? 'call' : 'calls'} under way …`)
      await waited(async () => (await standing.of(id)).underWay === 0, { mostMs: landMostMs, signal })
      await waited(
        async () => {
          if ((await standing.of(id)).unbilled === 0) return true
          await outbox.add(reconcileBills.name, {})
          return false
        },
        { mostMs: billMostMs, signal },
      )
    },

    /** A price that was agreed to; a film that goes on has the one it began with. */
    async agreed({ id, settings }: Pick<Project, 'id' | 'settings'>, { quote, of }: { quote: Quote; of: unknown }): Promise<void> {
      await quotes.keep(sha256Of(canonical([id, { ...settings, budgetNanodollars: 0 }, of])), { project: id, by: 'film command', quote })
    },

    /** What was agreed to last, beside its bill; null where nothing was. */
    difference: async ({ id }: Pick<Project, 'id'>): Promise<QuoteBilled | null> => (await quotes.billed(id)).at(-1) ?? null,

    /** What was paid for a project, by department, and what is held back until its bill comes. */
    async bill({ id }: Pick<Project, 'id'>): Promise<Bill> {
      const rows = (await costsStore(control).by(id, 'department')).filter(({ spent, atRisk }) => spent + atRisk > 0)
      const { heldForOver: held } = await standing.of(id)
      return { spent: rows.reduce((sum, row) => sum + row.spent, 0), held, rows }
    },
  }
} // prettier-ignore

const landMostMs = 600_000
const billMostMs = 15_000
const lookEveryMs = 500

const waited = async (
  isOver: () => Promise<boolean>,
  { mostMs, signal }: { mostMs: number; signal: AbortSignal },
): Promise<void> => {
  const until = Date.now() + mostMs
  while (!(await isOver()) && Date.now() < until) await sleep(lookEveryMs, undefined, { signal })
}

const makersOf = (choice: ModelChoice, models: readonly CatalogueModel[]): Makers => {
  const ids = paidPictureIds(choice)
  return {
    pictures: ids && picturesBy({ image: modelOf(models, ids.image), edit: modelOf(models, ids.edit) }),
    video: choice.video === previsModel ? null : namedModel(modelOf(models, choice.video)),
  }
}

/** `film`: who makes the film's pictures. */
type Pictured = { project: Project; film: string | null; by: string | null; open: readonly CountedScene[] }

/** Reference pictures that these models did not make yet; what a person gave is counted until the film knows it. */
const referencesOf = async ({ results }: Pick<Stores, 'results'>, { project, film, by, open }: Pictured): Promise<References> => {
  if (by === null) return { images: 0, edits: 0 }
  const makers = project.id === '' ? new Map<string, string>() : await results.paidMakers(project.id, Object.values(drawnBy))
  const shown = open.map(shownIn)
  const made = (step: string, name: string) => makers.get(makerKey(step, by === film ? name : asideSubject(name, by))) === by
  return referencesToMake(shown, { documents: enrolledBy(shown), made })
} // prettier-ignore

/** The models of a film, and of a scene with its own. */
const choicesOf = (settings: ProjectSettings) => {
  const film = choiceOf(settings)
  return (own: unknown): ModelChoice => {
    const made = sceneSettings(settings, own)
    return made === settings ? film : choiceOf(made)
  }
}

const choiceOf = (settings: ProjectSettings): ModelChoice => ({ ...previsChoice, ...settings.models })

const today = (): string => new Date().toISOString().slice(0, 10)
