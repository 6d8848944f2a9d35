// One program of the trials: waits for orders, is a worker or the listener of callbacks, and waits for the next when it
// is told to end. It ends with whoever started it.
import type { Order, Told } from './orders'
import { arm, disarm, watchJournal, watchRequests } from './points'
import { openTrialDoor } from './trialDoor'
import { openTrialWorker } from './trialWorker'

const tell = (told: Told): void => void process.send?.(told)
let close: () => Promise<void> = () => Promise.resolve()

const begin = async (order: Order): Promise<void> => {
  arm(order)
  const log = (line: string) => tell({ log: line })
  if (order.role === 'worker') {
    close = await openTrialWorker(order, log)
    tell({ ready: true, port: 0 })
    return
  }
  const door = await openTrialDoor(order, log)
  close = door.close
  tell({ ready: true, port: door.port })
}
const end = async (): Promise<void> => {
  await close()
  disarm()
  tell({ ended: true })
}
const fail = (error: unknown): void => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
}

process.on('unhandledRejection', fail)
process.on('disconnect', () => process.exit(0))
watchRequests()
await watchJournal()
process.on('message', (message: Order | 'end') => {
  ;(message === 'end' ? end() : begin(message)).catch(fail)
})
process.send?.({ log: 'here' } satisfies Told)
