import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { preparePackages } from './preparePackages.mjs'
import { prepareTools } from './prepareTools.mjs'
import { endChildren } from './runLimited.mjs'
import { SetUpError } from './setUpError.mjs'

/** The checkout this file lies in. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '')

export const say = (line) => process.stderr.write(`set-up: ${line}\n`)

/**
 * Everything a command needs beside Node: packages, mongod, ffmpeg, ffprobe. Does nothing when all is there. With
 * `tolerant` a tool that could not be had is told and left out (doctor says more). Gives `{ root, home, found }`.
 * Node built-ins only; writes to stderr only.
 */
export const setUp = async ({ tolerant = false, env = process.env } = {}) => {
  const interrupt = () => {
    endChildren()
    process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupt)
  try {
    const home = resolve(env.BACKLOT_HOME || '.backlot')
    // Both mostly wait for the network; when one fails the other still ends, so that the next run finds its work done.
    const [packages, found] = await Promise.allSettled([preparePackages({ root, say }), tools({ home, tolerant, env })])
    for (const { reason } of [packages, found]) if (reason) throw reason
    return { root, home, found: found.value }
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, interrupt)
  }
}

const tools = async ({ home, tolerant, env }) => {
  try {
    const found = await prepareTools({ home, say, env })
    if (env.BACKLOT_DEBUG)
      for (const [name, { path, version, from }] of Object.entries(found)) say(`${name} ${version} (${from}): ${path}`)
    return found
  } catch (error) {
    if (!tolerant || !(error instanceof SetUpError)) throw error
    const { what, why, fix } = error.story
    for (const line of [what, why, fix]) say(line)
    return {}
  }
}
