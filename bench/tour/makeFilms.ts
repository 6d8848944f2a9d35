import { existsSync, writeFileSync } from 'node:fs'
import { answerOf, type FilmHome } from '../../tests/support/filmCommand'

/** A short film by paid models, answered by the emulators, so that there is something to see on the page of costs. */
const paid = `Title: Two Lamps

EXT. HARBOUR - NIGHT

MARA, 60, in a grey coat, lights a lamp at the end of the pier.

MARA
It burns.

INT. KITCHEN - MORNING

MARA pours tea and looks at the window.
`

/** The example film, free. What stands is not made again. */
export const makeExample = (studio: FilmHome): Promise<void> => made(studio, [])

/** What `makePaid` has made. */
export const paidFilms = '/projects?where[title][equals]=Two%20Lamps&where[film][exists]=true&sort=-createdAt'

/** A short film that is paid for, beside the studio at `base`; a new one where a tour was interrupted, whose emulators are gone. */
export const makePaid = async (studio: FilmHome, base: string, env: Record<string, string>): Promise<void> => {
  const { totalDocs } = (await (await fetch(`${base}/api${paidFilms}`)).json()) as { totalDocs: number }
  if (totalDocs > 0) return
  await quicken(base)
  const file = studio.at('two-lamps.fountain')
  if (!existsSync(file)) writeFileSync(file, paid)
  await made(studio, [file, '--models', 'draft', '--budget', '5', '--resolution', '360p', '--fresh'], env)
}

const filmLongestMs = 600_000

const made = async (studio: FilmHome, argv: string[], env: Record<string, string> = {}): Promise<void> => {
  const film = studio.start(['film', ...argv, '--json'], env)
  const late = setTimeout(() => film.child.kill('SIGINT'), filmLongestMs)
  const ended = await film.ended
  clearTimeout(late)
  if (ended.code !== 0)
    throw new Error(`the film was not made; without the folder ${studio.at()} everything is made anew. ${ended.stderr}`)
  answerOf(ended)
}

/** Every model is as quick as its emulator: it is asked after a second, not after the minute a provider takes. */
const quicken = async (base: string): Promise<void> => {
  const { docs } = (await (await fetch(`${base}/api/models?limit=200&depth=0`)).json()) as { docs: { id: string }[] }
  const init = { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: '{"typicalSeconds":1}' }
  for (const { id } of docs) await fetch(`${base}/api/models/${id}`, init)
}
