import type { Stores } from '@/pipeline/stores'
import { alertsStore } from '@/stores/alertsStore'
import { assetsStore } from '@/stores/assetsStore'
import type { Bucket } from '@/stores/bucket/s3Bucket'
import { catalogueStore } from '@/stores/catalogueStore'
import type { ControlDb } from '@/stores/controlDb'
import { filmsStore } from '@/stores/filmsStore'
import { gatherStore } from '@/stores/gatherStore'
import { generationsStore } from '@/stores/generationsStore'
import { knowledgeStore } from '@/stores/knowledgeStore'
import { libraryStore } from '@/stores/libraryStore'
import { madeFromStore } from '@/stores/madeFromStore'
import { marksStore } from '@/stores/marksStore'
import { outboxStore } from '@/stores/outboxStore'
import type { Owner } from '@/stores/owner'
import { pressesStore } from '@/stores/pressesStore'
import { qualifiedStore } from '@/stores/qualifiedStore'
import { resultsStore } from '@/stores/resultsStore'
import { runsStore } from '@/stores/runsStore'
import { shotsStore } from '@/stores/shotsStore'
import { stepsStore } from '@/stores/stepsStore'
import { turnsStore } from '@/stores/turnsStore'

/** Every store on one database. */
export const openStores = (
  control: ControlDb,
  { owner, mediaDir, bucket = null }: { owner: Owner; mediaDir: string; bucket?: Bucket | null },
): Stores => {
  const outbox = outboxStore(control, owner)
  const gather = gatherStore(control)
  const library = libraryStore(control)
  return {
    control,
    outbox,
    runs: runsStore(control, outbox),
    steps: stepsStore(control, owner),
    results: resultsStore(control),
    madeFrom: madeFromStore(control),
    marks: marksStore(control),
    generations: generationsStore(control),
    assets: assetsStore(control, mediaDir, bucket),
    gather,
    presses: pressesStore(control, { outbox, gather }),
    qualified: qualifiedStore(control),
    library,
    catalogue: catalogueStore(library),
    shots: shotsStore(control),
    films: filmsStore(control),
    knowledge: knowledgeStore(control),
    alerts: alertsStore(control),
    turns: turnsStore(control),
  }
}
