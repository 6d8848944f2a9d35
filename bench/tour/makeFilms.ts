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

type How = { env: Record<string, string>; say: (line: string) => void }

/** The example film, free, and a short paid one. What stands is not made again. */
export const makeFilms = async (studio: FilmHome, { env, say }: How): Promise<void> => {
  say('Making the example film, unless it stands …')
  await made(studio, [])
  const file = studio.at('two-lamps.fountain')
  if (!existsSync(file)) writeFileSync(file, paid)
  say('Making a short paid film with the emulators, unless it stands …')
  await made(studio, [file, '--models', 'draft', '--budget', '5', '--resolution', '360p'], env)
}

const made = async (studio: FilmHome, argv: string[], env: Record<string, string> = {}): Promise<void> => {
  const ended = await studio.run(['film', ...argv, '--json'], env)
  if (ended.code !== 0) throw new Error(`the film was not made: ${ended.stderr}`)
  answerOf(ended)
}
