// The worker of `npm start` and `npm run dev` as a program of its own. What it needs comes as one line of JSON on stdin,
// where no other program of this machine can read it. When stdin ends, because whoever started this is gone, however it
// died, this ends as well, in order where it can. Its code is loaded while that line is still to come.
//   node scripts/workerPart.mjs PROGRAM
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const endsMs = 5000
const loading = import(pathToFileURL(process.argv[2]).href).then(async (program) => {
  await program.load('worker')
  return program
})
loading.catch(() => undefined) // told when it is waited for
const lines = createInterface({ input: process.stdin })
lines.once('line', async (line) => {
  const { settings, started, openLine } = JSON.parse(line)
  Object.assign(process.env, settings)
  const { main } = await loading
  const onOpen = () => process.stdout.write(`${openLine}\n`)
  process.exit(await main(['worker'], { ...started, onOpen }))
})
lines.once('close', () => {
  if (process.listenerCount('SIGTERM') === 0) process.exit(1)
  process.emit('SIGTERM', 'SIGTERM')
  setTimeout(() => process.exit(1), endsMs).unref()
})
