import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { buildConfig, type Config, type EmailAdapter, type SanitizedConfig } from 'payload'
import { de } from 'payload/i18n/de'
import { en } from 'payload/i18n/en'
import { studioParts } from '@/admin/studioParts'
import { translations } from '@/admin/words/translations'
import { studioCollections } from '@/collections/studioCollections'
import { tellErrors } from '@/collections/tellErrors'
import type { DoorSettings } from '@/endpoints/door/door'
import { graphqlLimits, graphqlRules } from '@/endpoints/door/graphqlRules'
import { requestMark } from '@/endpoints/door/requestMark'
import { openWeb } from '@/endpoints/openWeb'
import { studioEndpoints } from '@/endpoints/studioEndpoints'
import { readEnv, secretsIn } from '@/env'
import { logLines } from '@/stores/logLines'
import { ensurePayloadIndexes } from '@/stores/payloadIndexes'
import { callbackReader } from '@/studio/callbackReader'
import { mailAdapter, mailSettings, type MailSettings } from '@/studio/mailSettings'
import { mediaBucket } from '@/studio/mediaBucket'
import { traces } from '@/studio/traces'
import { keyTester } from '@/studio/keyTester'
import { migrations } from './migrations/index'

/** Where the studio keeps its things and how it is reached; everything may be known only at run time. */
export type StudioConfigSettings = {
  /** mongodb://…/backlot?replicaSet=… ; without a replica set there are no transactions. */
  mongoUrl: string
  /** Signs sessions and API keys. */
  secret: string
  /** Absolute path of the media folder. */
  mediaDir: string
  /** One person on this machine, no login. */
  singleUser: boolean
  logLevel?: string
  /** https://…, when the studio is reached through a proxy of this name. */
  publicUrl?: string | undefined
  /** Where mail goes out; nothing is sent without. */
  mail?: MailSettings | null | undefined
  /** Absolute; lines of the log go there beside stderr. */
  logFile?: string
  /** Values no log shows. */
  secrets?: readonly string[]
  /** Opens /api/metrics to who is no person. */
  metricsToken?: string
  /** Doors the studio hands in. */
  custom?: Config['custom']
}

const isRoot = (folder: string): boolean => {
  const file = join(folder, 'package.json')
  return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'backlot'
}

const upFrom = (folder: string): string | null => {
  if (isRoot(folder)) return folder
  const above = dirname(folder)
  return above === folder ? null : upFrom(above)
}

/** The checkout: the folder of Backlot's package.json. A bundle lies elsewhere, so it is looked for upwards. */
export const studioRoot = (): string =>
  upFrom(dirname(fileURLToPath(import.meta.url))) ?? upFrom(process.cwd()) ?? process.cwd()

/** Says once per mail that nothing is sent; a mail server is not needed to make films. */
const noMail: EmailAdapter = ({ payload }) => ({
  name: 'none',
  defaultFromAddress: 'studio@backlot.local',
  defaultFromName: 'Backlot',
  sendEmail: (message) => {
    payload.logger.warn(`No mail server is set, so "${message.subject ?? 'a mail'}" was not sent.`)
    return Promise.resolve()
  },
})

/** A refusal is an answer, not a fault. Payload looks for errors of other names, too, than its type lists. */
const refusals = { APIError: 'info', StudioError: 'info' } as NonNullable<Config['loggingLevels']>

const uploadBytesMax = 2_000_000_000

/** Payload's whole configuration. Importing and building it connects to nothing. */
export const studioConfig = (settings: StudioConfigSettings): Promise<SanitizedConfig> => {
  const root = studioRoot()
  const door: DoorSettings = { singleUser: settings.singleUser, publicUrl: settings.publicUrl ?? null }
  return buildConfig({
    secret: settings.secret,
    collections: studioCollections(settings),
    db: mongooseAdapter({
      url: settings.mongoUrl,
      // ours makes them, before anything is asked
      ensureIndexes: false,
      afterOpenConnection: ensurePayloadIndexes,
      disableFallbackSort: true,
      autoPluralization: false,
      migrationDir: join(root, 'migrations'),
      connectOptions: { serverSelectionTimeoutMS: 5000, autoIndex: false, autoCreate: false },
    }),
    admin: {
      user: 'users',
      avatar: 'default',
      importMap: { baseDir: join(root, 'src') },
      meta: { titleSuffix: ' · Backlot' },
      components: studioParts,
    },
    i18n: { supportedLanguages: { en, de }, fallbackLanguage: 'en', translations },
    endpoints: [...studioEndpoints],
    custom: {
      ...settings.custom,
      root,
      ...door,
      ...(settings.metricsToken ? { metricsToken: settings.metricsToken } : {}),
    },
    // the web part only: a worker opens Payload without
    onInit: openWeb(migrations),
    hooks: { afterError: [tellErrors] },
    typescript: { outputFile: join(root, 'src/payload-types.ts'), autoGenerate: false },
    graphQL: {
      schemaOutputFile: join(root, '.backlot/schema.graphql'),
      maxComplexity: graphqlLimits.complexity,
      validationRules: graphqlRules,
      // people of the studio may ask for the schema; src/endpoints/door/graphqlDesk.ts refuses strangers
      disableIntrospectionInProduction: false,
    },
    email: settings.mail ? mailAdapter(settings.mail) : noMail,
    // stdout belongs to the results of a command
    logger: {
      options: { level: settings.logLevel ?? 'info', mixin: requestMark },
      destination: logLines({
        file: settings.logFile ?? null,
        secrets: [settings.secret, ...(settings.secrets ?? [])],
      }),
    },
    loggingLevels: refusals,
    telemetry: false,
    defaultDepth: 1,
    maxDepth: 4,
    upload: {
      useTempFiles: true,
      tempFileDir: join(tmpdir(), 'backlot-uploads'),
      abortOnLimit: true,
      requestSizeLimit: uploadBytesMax,
      uploadTimeout: 600_000,
      limits: { fileSize: uploadBytesMax, fieldSize: 20_000_000 },
    },
  })
}

const env = readEnv()

/** For Next and Payload's own commands: settings from the environment that the studio hands to them. */
export default studioConfig({
  mongoUrl: env.MONGODB_URI ?? 'mongodb://127.0.0.1:27017/backlot?replicaSet=rs0',
  // a build needs none; without one, sessions end with the process
  secret: env.PAYLOAD_SECRET ?? randomBytes(32).toString('hex'),
  mediaDir: resolve(studioRoot(), env.BACKLOT_HOME, 'media'),
  singleUser: env.singleUser,
  logLevel: env.LOG_LEVEL,
  publicUrl: env.PUBLIC_URL,
  mail: mailSettings(env),
  logFile: resolve(studioRoot(), env.BACKLOT_HOME, 'logs', 'web.log'),
  secrets: secretsIn(env),
  custom: {
    readCallback: callbackReader(env),
    testKey: keyTester(env),
    bucket: mediaBucket(env),
    traces: traces(env.OTEL_EXPORTER_OTLP_ENDPOINT, 'backlot-web'),
    ...(env.WEBHOOK_PORT ? { callbacks: { host: env.HOST, port: env.WEBHOOK_PORT } } : {}),
  },
  ...(env.METRICS_TOKEN ? { metricsToken: env.METRICS_TOKEN } : {}),
})
