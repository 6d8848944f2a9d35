// A thread that sends callbacks and measures them: as fast as its connections allow, or so many a second.
import { Agent, request } from 'node:http'
import { parentPort } from 'node:worker_threads'

const agent = new Agent({ keepAlive: true, maxSockets: 20 })

/** Milliseconds until it was answered with 200; NaN when it was not. */
const send = (port, { path, headers, body }) =>
  new Promise((resolve) => {
    const began = performance.now()
    const sent = request({ port, host: '127.0.0.1', path, method: 'POST', headers, agent }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode === 200 ? performance.now() - began : Number.NaN))
    })
    sent.on('error', () => resolve(Number.NaN))
    sent.end(body)
  })

const flatOut = async (port, calls) => {
  const took = []
  let next = 0
  const work = async () => {
    while (next < calls.length) took.push(await send(port, calls[next++]))
  }
  await Promise.all(Array.from({ length: agent.maxSockets }, work))
  return took
}

/** Whatever the answers take, the next are sent in their time. */
const inTime = async (port, calls, perSecond) => {
  const began = performance.now()
  const all = []
  for (const [i, call] of calls.entries()) {
    const early = began + (i * 1000) / perSecond - performance.now()
    if (early > 1) await new Promise((done) => setTimeout(done, early))
    all.push(send(port, call))
  }
  return Promise.all(all)
}

parentPort.on('message', async ({ port, calls, perSecond }) => {
  const began = performance.now()
  const took = await (perSecond ? inTime(port, calls, perSecond) : flatOut(port, calls))
  parentPort.postMessage({ took, seconds: (performance.now() - began) / 1000 })
})
