import { doctorText, examine } from '@/host/doctor'
import { hasSentenceModel } from '@/studio/optionalModels'
import { mailSettings } from '@/studio/mailSettings'
import { keysIn, readEnv } from '@/studio/settings'
import type { Command } from './command'

/** Says what this machine has, what is missing and what that costs. Never shows a key. */
export const doctor: Command = async (argv, started) => {
  const env = readEnv()
  const mail = mailSettings(env)
  const report = await examine({
    home: started.home,
    found: started.found,
    sentenceModel: hasSentenceModel(started.home),
    ownDatabase: env.MONGODB_URI !== undefined,
    keys: keysIn(env),
    bucket: env.S3_BUCKET ?? null,
    mail: {
      server: mail && `${mail.transport.host}:${String(mail.transport.port)}`,
      from: mail?.address ?? '',
      publicUrl: env.PUBLIC_URL ?? null,
    },
    callbacks: { publicUrl: env.PUBLIC_URL ?? null, port: env.WEBHOOK_PORT ?? null },
  })
  process.stdout.write(argv.includes('--json') ? `${JSON.stringify(report)}\n` : doctorText(report))
  return report.rows.some(({ state }) => state === 'bad') ? 1 : 0
}
