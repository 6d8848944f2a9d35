// The web part of `npm start` and `npm run dev`: Next's server as a program of its own. Its settings come as one line of
// JSON on stdin, where no other program of this machine can read them. When stdin ends, because whoever started this
// is gone, however it died, this ends as well, and Next's own children with it. Next is loaded while that line is still to come.
//   node scripts/webPart.mjs dev|start -H 127.0.0.1 -p 3000
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { guardServer } from './guardServer.mjs'

const require = createRequire(import.meta.url)
if (process.argv[2] === 'start') {
  process.env.NODE_ENV = 'production'
  guardServer()
  require('next/dist/cli/next-start')
}
const lines = createInterface({ input: process.stdin })
lines.once('line', (settings) => {
  Object.assign(process.env, JSON.parse(settings))
  if (process.argv[2] !== 'start') guardServer()
  require('next/dist/bin/next')
})
lines.once('close', () => process.exit(0))
