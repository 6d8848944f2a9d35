import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startEmulators } from '../../emulators/startEmulators'
import { openBrowser } from '../../tests/e2e/openBrowser'
import { openFilmHome } from '../../tests/support/filmCommand'
import { openServer } from '../server/openServer'
import { makeExample, makePaid } from './makeFilms'
import { setStage } from './setStage'
import { stops } from './stops'
import { takePictures } from './takePictures'
import { tourPage } from './tourPage'

const say = (line: string) => process.stderr.write(`${line}\n`)

/** Its films are made once: they stay in BACKLOT_HOME/tour, and later tours only look. */
const tour = async (): Promise<void> => {
  const studio = openFilmHome(resolve(process.env['BACKLOT_HOME'] ?? '.backlot', 'tour'))
  const emulators = await startEmulators({ speed: 200 })
  const browser = await openBrowser()
  try {
    say('Making the example film, unless it stands …')
    await makeExample(studio)
    say('Opening the studio …')
    const server = await openServer(studio, emulators.env)
    try {
      say('Making a short paid film with the emulators, unless it stands …')
      await makePaid(studio, server.base, emulators.env)
      const stage = await setStage(server.base)
      await takePictures({ browser, base: server.base, stage, folder: 'docs/pictures/tour', say })
      await stage.leave()
    } finally {
      await server.stop()
    }
  } finally {
    await browser.close()
    await emulators.close()
  }
  writeFileSync(join('docs', 'tour.md'), tourPage(stops))
  say('docs/tour.md is written.')
}

try {
  await tour()
  process.exit(0)
} catch (error) {
  say(`The tour was not taken.\n  Why: ${error instanceof Error ? error.message : String(error)}\n  Fix: mend that screen, then run the tour again; the pictures of before are still there.`) // prettier-ignore
  process.exit(1)
}
