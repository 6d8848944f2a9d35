import { copyFile, link, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Under this name a file is written until it is whole; two commands never write under the same one. */
export const partOf = (to: string): string => `${to}.${String(process.pid)}.part`

/** Puts a file there whole or not at all; a failure leaves what stood there before, and nothing else. */
const whole = async (to: string, write: (part: string) => Promise<void>): Promise<void> => {
  const part = partOf(to)
  try {
    await rm(part, { force: true })
    await write(part)
    await rename(part, to)
  } finally {
    await rm(part, { force: true }) // also because renaming a link onto itself leaves both
  }
}

/** The same bytes under another name: a hard link where the disk allows, else a copy. */
export const placeFile = (from: string, to: string): Promise<void> =>
  whole(to, (part) => link(from, part).catch(() => copyFile(from, part)))

export const writeText = (to: string, text: string): Promise<void> => whole(to, (part) => writeFile(part, text))

/** Removes what commands that were killed left unfinished beside this file. */
export const removeParts = async (of: readonly string[]): Promise<void> => {
  for (const folder of new Set(of.map((file) => dirname(file)))) {
    for (const name of await readdir(folder)) {
      const [, file, pid] = /^(.+)\.(\d+)\.part$/.exec(name) ?? []
      const ours = of.some((one) => dirname(one) === folder && basename(one) === file)
      if (ours && !runs(Number(pid))) await rm(join(folder, name), { force: true })
    }
  }
}

const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}
