import { paidFilms } from './makeFilms'

type Json = Record<string, any>

/** What the pictures need to know of the studio they are taken in. */
export type Stage = {
  /** The finished example film. */
  film: string
  /** A short one that was paid for. */
  paid: string
  /** A project that is still gathering. */
  notes: string
  run: string
  scene: string
  /** A link for a reviewer, open until the tour leaves. */
  share: string
  /** Puts ten seconds on the clock of the project that gathers, and takes them off again. */
  count: () => Promise<unknown>
  uncount: () => Promise<unknown>
  leave: () => Promise<unknown>
}

const notes = {
  note: 'A lamp keeper, MARA, 60, lights the lamp at the end of a long pier, every night for forty years. Tonight TOM, her nephew, comes to say that the lamp will be switched off for good.',
  character: 'MARA: sixty, grey coat, white hair pinned up, calm. TOM: thirty, blue jacket, nervous, carries a letter.',
  location: 'THE PIER: wet planks, a single lamp on an iron post, fog over black water.',
} as const

/** Brings the studio into the state the pictures show; what is there already stays. */
export const setStage = async (base: string): Promise<Stage> => {
  const ask = async (route: string, body?: object): Promise<Json> => {
    const [method = 'GET', path = '/'] = route.split(' ')
    const sent = body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}
    const answer = await fetch(`${base}/api${path}`, { method, ...sent })
    const told = (await answer.json()) as Json
    if (!answer.ok) throw new Error(`${route} was refused: ${JSON.stringify(told)}`)
    return told
  }
  const first = async (path: string): Promise<Json | undefined> => ((await ask(`GET ${path}`))['docs'] as Json[])[0]
  const idOf = async (path: string): Promise<string> => {
    const found = await first(path)
    if (!found) throw new Error(`there is nothing at ${path}`)
    return String(found['id'])
  }

  const film = await idOf('/projects?where[slug][equals]=the-last-ferry')
  const paid = await idOf(paidFilms)
  const run = await idOf(`/runs?where[project][equals]=${film}&where[kind][equals]=generate&sort=-createdAt`)
  const scene = await idOf(`/scenes?where[project][equals]=${film}&where[sequenceNumber][equals]=3`)
  const gathering = (await first('/projects?where[slug][equals]=the-lamp-keeper')) ?? (await begun(ask))
  const notesId = String(gathering['id'])
  await talked(ask, { film })
  // what a day with paid models leaves behind is not what the tour is about
  for (const { id } of (await ask('GET /alerts?where[dismissed][not_equals]=true&limit=50'))['docs'] as Json[]) await ask(`POST /alerts/${String(id)}/dismiss`)
  const made = await ask(`POST /projects/${film}/shares`, { may: 'comment', title: 'Edda' })
  return {
    film,
    paid,
    notes: notesId,
    run,
    scene,
    share: `${base}${new URL(String(made['link'])).pathname}`,
    count: () => ask(`POST /projects/${notesId}/qualify`, { countdownSeconds: 10, startAnyway: true }),
    uncount: () => ask(`POST /projects/${notesId}/qualify/cancel`),
    leave: () => ask(`POST /share-links/${String(made['id'])}/revoke`),
  }
} // prettier-ignore

type Ask = (route: string, body?: object) => Promise<Json>

const begun = async (ask: Ask): Promise<Json> => {
  const { doc } = await ask('POST /projects', { title: 'The Lamp Keeper', slug: 'the-lamp-keeper' })
  for (const [kind, text] of Object.entries(notes)) await ask(`POST /projects/${String(doc.id)}/gather`, { kind, text })
  return doc as Json
}

/** A remark, its answer, and a request for changes: once, however often the tour is taken. */
const talked = async (ask: Ask, { film }: { film: string }): Promise<void> => {
  const { docs } = await ask(`GET /projects/${film}/comments`)
  if ((docs as Json[]).length > 0) return
  const { clips } = await ask(`GET /projects/${film}/timeline`)
  const second = (clips as Json[])[4]
  const said = await ask(`POST /projects/${film}/comments`, { text: 'Hold this a little longer before the cut.', frame: Number(second?.['recordIn']) + 12 })
  await ask(`POST /projects/${film}/comments`, { text: 'Half a second more, then.', parent: said['id'] })
} // prettier-ignore
