import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The secret that signs sessions: given, or made once and kept in BACKLOT_HOME where only its owner reads it. */
export const studioSecret = async (home: string, given: string | undefined): Promise<string> => {
  if (given) return given
  const file = join(home, 'secret')
  await mkdir(home, { recursive: true })
  await writeFile(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  })
  return (await readFile(file, 'utf8')).trim()
}
