// A worker in a process of its own, to be killed or stopped: argv = database address, folder, lease in ms.
import { setTimeout as sleep } from 'node:timers/promises'
import { newOwner } from '@/stores/owner'
import { openCrew } from '../support/crew'
import { connectTo } from '../support/testDatabase'

const [uri = '', folder = '', leaseMs = '1000'] = process.argv.slice(2)
const control = await connectTo(uri)
const crew = openCrew({
  control,
  folder,
  leaseMs: Number(leaseMs),
  owner: newOwner(process.pid),
  cpuSlots: 2,
  acts: {
    film: async ({ input }) => {
      process.stdout.write(`film ${input['node']}\n`)
      await sleep(40 + 10 * (Number(input['node']) % 7))
      return {
        write: async ({ session }) => {
          const effects = control.db.collection<{ _id: string }>('effects')
          await effects.updateOne({ _id: String(input['node']) }, { $inc: { times: 1 } }, { upsert: true, session })
        },
      }
    },
    poison: () => {
      process.kill(process.pid, 'SIGKILL')
      return {}
    },
  },
})
crew.work()
process.stdout.write('works\n')
process.once('SIGTERM', () => void crew.stop().then(() => process.exit(0)))
