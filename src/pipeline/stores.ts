import type { AlertsStore } from '@/stores/alertsStore'
import type { AssetsStore } from '@/stores/assetsStore'
import type { CatalogueStore } from '@/stores/catalogueStore'
import type { ControlDb } from '@/stores/controlDb'
import type { GatherStore } from '@/stores/gatherStore'
import type { GenerationsStore } from '@/stores/generationsStore'
import type { FilmsStore } from '@/stores/filmsStore'
import type { KnowledgeStore } from '@/stores/knowledgeStore'
import type { LibraryStore } from '@/stores/libraryStore'
import type { MadeFromStore } from '@/stores/madeFromStore'
import type { MarksStore } from '@/stores/marksStore'
import type { OutboxStore } from '@/stores/outboxStore'
import type { PressesStore } from '@/stores/pressesStore'
import type { QualifiedStore } from '@/stores/qualifiedStore'
import type { ResultsStore } from '@/stores/resultsStore'
import type { RunsStore } from '@/stores/runsStore'
import type { ShotsStore } from '@/stores/shotsStore'
import type { StepsStore } from '@/stores/stepsStore'
import type { TurnsStore } from '@/stores/turnsStore'

/** Everything the pipeline remembers by, built once by studio/openWorker. */
export type Stores = {
  control: ControlDb
  presses: PressesStore
  runs: RunsStore
  steps: StepsStore
  results: ResultsStore
  madeFrom: MadeFromStore
  marks: MarksStore
  generations: GenerationsStore
  assets: AssetsStore
  gather: GatherStore
  qualified: QualifiedStore
  library: LibraryStore
  catalogue: CatalogueStore
  shots: ShotsStore
  films: FilmsStore
  knowledge: KnowledgeStore
  outbox: OutboxStore
  alerts: AlertsStore
  turns: TurnsStore
}
