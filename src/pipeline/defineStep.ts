import type { RawKind } from '@/domain/gather/rawItem'
import type { Asset, Department } from '@/domain/generation/generationKey'
import type { OwnFolder } from '@/domain/own/ownRole'
import type { ModelDepartment, ProjectSettings } from '@/domain/project/projectSettings'
import type { ProjectSlug } from '@/domain/project/projectSlug'
import type { SlotClass } from '@/domain/run/runPlan'
import type { Called, FreeCall } from '@/calls/callFree'
import type { PaidAnswer, PaidCall } from '@/calls/callPaid'
import type { Decided } from '@/domain/scene/decided'
import type { OneOffAsked } from './oneOff/readOneOff'
import type { TitleCard } from '@/domain/titles/titleCardsOf'
import type { Template } from '@/domain/prompt/fillTemplate'
import type { Tx } from '@/stores/controlDb'
import { type ModelKind, type Providers } from './providers'
import type { Stores } from './stores'

/**
 * The document fields a step is made from. Its input hash is the hash of exactly these: reuse on resume, remake after
 * an edit and every stale mark derive from this table and nothing else.
 */
export type Reads = {
  /** The project's title. */
  title?: true
  /** Project settings. */
  settings?: readonly (keyof ProjectSettings)[]
  /** The screenplay document's text. */
  screenplay?: true
  /** What the screenplay's title page puts over the scene in `input.scene`: the first and the last of the film have something. */
  titles?: true
  /** What people decided about the pictures of the scene in `input.scene`. */
  decided?: true
  /** Fields of the scene in `input.scene`. */
  scene?: readonly string[]
  /** Fields of the scene in `input.previous`, the one before in the film. */
  previous?: readonly string[]
  /** Entries of these kinds as they were gathered. */
  raw?: readonly RawKind[]
  /** Own material of these folders: what is for the character, location or prop of this node, all of it where it has none. */
  own?: readonly OwnFolder[]
  /** Fields of every person who is seen or heard in the scene, or of all cast for steps without a scene. */
  cast?: readonly string[]
  /** Fields of the character in `input.character`. */
  character?: readonly string[]
  /** Fields of the scene's place, or of the location in `input.location`. */
  place?: readonly string[]
  /** Fields of the prop in `input.prop`. */
  prop?: readonly string[]
  /** Fields of every prop the scene in `input.scene` names. */
  props?: readonly string[]
  /** The models it asks: another model or another version makes another result. */
  models?: readonly ModelKind[]
  /** Templates by slug, as the Prompts documents have them (a project's own before the studio's). */
  prompts?: readonly string[]
  /** Templates a paid model looks with; read only where the project has one. */
  paidPrompts?: readonly string[]
  /** The template this step asks a text model with; read, with the model's name, only where the project has one. */
  asks?: string
  /** What the cutting room has of the scene in `input.scene`. */
  shot?: true
  /** Fields of all scenes of the film, in order, each with its shot. */
  scenes?: readonly string[]
  /** Fields of the style guide. */
  look?: readonly string[]
  /** Fields of every place of the film. */
  places?: readonly string[]
  /** Fields of every thing of the film. */
  things?: readonly string[]
  /** Fields of the story bible. */
  bible?: readonly string[]
  /** The film as it was assembled last. */
  film?: true
  /** What the run of one picture or clip outside of the scenes shall make. */
  oneOff?: true
  /** What these earlier steps gave, found among the nodes this one needs. */
  from?: readonly string[]
}

/** A file of a person's own, as it was gathered. `subject`: whom or what it is for, '' for the film. */
export type OwnThing = {
  role: OwnFolder
  subject: string
  /** Folder and name as it was given: `places/harbour.png`. */
  name: string
  asset: Asset
  /** Its Media document. */
  media: string
  /** Main colours of a picture. */
  colours: string[]
}

export type Values = {
  /** Only for steps that declare it. */
  title?: string
  settings: ProjectSettings
  screenplay: { text: string; title: string }
  /** Only for steps that declare it. */
  titles?: TitleCard[]
  /** Only for steps that declare it, and where a person decided something. */
  decided?: Decided
  scene: Record<string, unknown>
  previous: Record<string, unknown>
  raw: { kind: RawKind; title: string; text: string }[]
  /** Only for steps that declare it, and where there is any. */
  own?: OwnThing[]
  cast: Record<string, unknown>[]
  character: Record<string, unknown>
  place: Record<string, unknown>
  prop: Record<string, unknown>
  look: Record<string, unknown>
  prompts: Record<string, Template>
  /** Only for steps that declare it. */
  props?: Record<string, unknown>[]
  places?: Record<string, unknown>[]
  things?: Record<string, unknown>[]
  /** Only for steps that declare it. */
  bible?: Record<string, unknown>
  /** Only for steps that declare it; null before the film was assembled. */
  film?: Record<string, unknown> | null
  /** Only for steps that declare it. */
  oneOff?: OneOffAsked
  models: Partial<Record<ModelKind | ModelDepartment, string>>
  shot: Record<string, unknown> | null
  scenes: { id: string; scene: Record<string, unknown>; shot: Record<string, unknown> | null }[]
  /** Step id → gifts, in plan order. */
  from: Record<string, Record<string, unknown>[]>
}

export type StepContext = {
  project: { id: string; slug: ProjectSlug; title: string; settings: ProjectSettings }
  runId: string
  take: number
  input: Record<string, string>
  inputHash: string
  signal: AbortSignal
  /** A folder of this step's own; gone when it ends. */
  scratch: string
  stores: Stores
  providers: Providers
  /** The only door of a provider call that costs nothing. */
  call: <T extends Record<string, unknown>>(
    call: Omit<FreeCall<T>, 'owner' | 'scene'> & { department: Department },
  ) => Promise<Called<T>>
  /**
   * The only door of a call that costs money. Without an answer yet it throws: the step lets that pass, is parked, and
   * is run again when the answer stands. Several may be asked for at once.
   */
  callPaid: (call: PaidCall) => Promise<Called<PaidAnswer>>
}

/** Documents an ending means; written in the transaction that records it. Database only, repeatable. */
type Written = { write?: (tx: Tx) => Promise<void> }

export type Gift = Written & {
  gives?: Record<string, unknown>
  /** Media file names the gift points to. */
  files?: string[]
  waiting?: never
  again?: never
}

/**
 * How a step ended: with a gift; `waiting` for the generation with this key, without worker or slot, and run again when
 * it is settled; or `again`, a judge's no: the next take, as long as the node has takes.
 */
export type StepResult = Gift | (Written & { waiting: string }) | (Written & { again: true })

export type StepDefinition = {
  id: string
  /** One sentence for the run monitor. */
  says: string
  /** Counted up when the step would make something else of the same input. */
  version: number
  slot: SlotClass
  /** Expected seconds, for the critical path. */
  seconds: number
  reads: Reads
  run: (values: Values, context: StepContext) => Promise<StepResult>
}

/** A step is a value: what it reads, what it does, one sentence. Steps never import steps. */
export const defineStep = (step: StepDefinition): StepDefinition => step
