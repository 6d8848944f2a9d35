import type { Payload, PayloadRequest } from 'payload'
import { alertsStore } from '@/stores/alertsStore'
import { catalogueStore } from '@/stores/catalogueStore'
import { choresStore } from '@/stores/choresStore'
import { controlDb } from '@/stores/controlDb'
import { costsStore } from '@/stores/costsStore'
import { decisionsStore } from '@/stores/decisionsStore'
import { filmsStore } from '@/stores/filmsStore'
import { gatherStore } from '@/stores/gatherStore'
import { generationsStore } from '@/stores/generationsStore'
import { handedStore } from '@/stores/handedStore'
import { libraryStore } from '@/stores/libraryStore'
import { marksStore } from '@/stores/marksStore'
import { linksStore } from '@/stores/linksStore'
import { noticesStore } from '@/stores/noticesStore'
import { openCallsStore } from '@/stores/openCallsStore'
import { outboxStore } from '@/stores/outboxStore'
import { newOwner } from '@/stores/owner'
import { presenceStore } from '@/stores/presenceStore'
import { pressesStore } from '@/stores/pressesStore'
import { quotesStore } from '@/stores/quotesStore'
import { resultsStore } from '@/stores/resultsStore'
import { reviewStore } from '@/stores/reviewStore'
import { runsStore } from '@/stores/runsStore'
import { openPaidStores } from '@/stores/paid/openPaidStores'
import { scenesStore } from '@/stores/scenesStore'
import { shareLinksStore } from '@/stores/shareLinksStore'
import { stepsStore } from '@/stores/stepsStore'

export type WebStores = ReturnType<typeof openStores>

const openStores = (payload: Payload) => {
  const control = controlDb(payload)
  const outbox = outboxStore(control)
  const gather = gatherStore(control)
  return {
    control,
    outbox,
    gather,
    alerts: alertsStore(control),
    generations: generationsStore(control),
    presses: pressesStore(control, { outbox, gather }),
    catalogue: catalogueStore(libraryStore(control)),
    chores: choresStore(control),
    costs: costsStore(control),
    quotes: quotesStore(control),
    paid: openPaidStores(control, { outbox, secret: payload.config.secret }),
    scenes: scenesStore(control),
    decisions: decisionsStore(control),
    films: filmsStore(control),
    handed: handedStore(control),
    links: linksStore(control),
    presence: presenceStore(control),
    openCalls: openCallsStore(control),
    marks: marksStore(control),
    notices: noticesStore(control),
    results: resultsStore(control),
    review: reviewStore(control),
    runs: runsStore(control, outbox),
    shares: shareLinksStore(control),
    steps: stepsStore(control, newOwner(process.pid)),
  }
}

/** What the web part reads and records intents with; one set for each Payload. */
export const storesOf = ({ payload }: PayloadRequest): WebStores => {
  const stores = known.get(payload) ?? openStores(payload)
  known.set(payload, stores)
  return stores
}
const known = new WeakMap<Payload, WebStores>()
