// A program of its own that opens the database of argv[2] with the mongod of argv[3], prints its address and stays.
import { openMongod } from '@/host/mongod/openMongod'

const [home = '', mongodPath = ''] = process.argv.slice(2)
const database = await openMongod({ home, mongodPath, log: () => undefined })
process.stdout.write(`${database.uri}\n`)
process.once('SIGTERM', () => void database.close().then(() => process.exit(0)))
setInterval(() => undefined, 1000)
