// The worker of `npm start` and `npm run dev` as a program of its own. What it needs comes as one line of JSON on stdin,
// where no other program of this machine can read it. When stdin ends, because whoever started this is gone, however it
// died, this ends as well, in order where it can.
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const endsMs = 5000
const lines = createInterface({ input: process.stdin })
lines.once('line', async (line) => {
  const { settings, started, openLine } = JSON.parse(line)
  Object.assign(process.env, settings)
  const { main } = await import(pathToFileURL(started.program).href)
  const onOpen = () => process.stdout.write(`${openLine}\n`)
  process.exit(await main(['worker'], { ...started, onOpen }))
})
lines.once('close', () => {
  if (process.listenerCount('SIGTERM') === 0) process.exit(1)
  process.emit('SIGTERM', 'SIGTERM')
  setTimeout(() => process.exit(1), endsMs).unref()
})
