import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'

const text = z.string().trim().min(1).optional()
const address = z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional()
const port = z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535)
const flag = z
  .enum(['0', '1', 'true', 'false'], { error: 'must be 0 or 1' })
  .transform((v) => v === '1' || v === 'true')
const loopback = /^(127(\.\d{1,3}){3}|localhost|::1|\[::1\])$/

const hosts = z
  .string()
  .default('')
  .transform((list) => list.split(',').flatMap((host) => host.trim().toLowerCase() || []))

const studio = {
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, { error: 'must begin with mongodb:// or mongodb+srv://' })
    .optional(),
  PAYLOAD_SECRET: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
  PUBLIC_URL: address,
  WEBHOOK_PORT: port.optional(),
  HOST: z.string().trim().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  BACKLOT_HOME: z.string().trim().min(1).default('./.backlot'),
  BACKLOT_MONGOD: text,
  FFMPEG_PATH: text,
  FFPROBE_PATH: text,
  STUDIO_SINGLE_USER: flag.optional(),
  WORKER_CONCURRENCY: z.coerce.number({ error: 'must be a number' }).int().min(1).max(256).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  BACKLOT_DEBUG: flag.default(false),
  BACKLOT_ENGINE: z.enum(['embedded'], { error: 'must be: embedded' }).default('embedded'),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp or smtps address' }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>@,;:"\\()\r\n]{0,80}<[^<>@\s]+@[^<>@\s]+>|[^<>@\s,;]+@[^<>@\s,;]+)$/, {
      error: 'must be an address, or a name and <an address>',
    })
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: address,
  MEDIA_ALLOW_HOSTS: hosts,
  METRICS_TOKEN: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
}

const providers = {
  FAL_KEY: text,
  FAL_QUEUE_URL: address,
  FAL_RUN_URL: address,
  FAL_REST_URL: address,
  FAL_PLATFORM_URL: address,
  FAL_JWKS_URL: address,
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: address,
  OPENAI_WEBHOOK_SECRET: text,
  OPENROUTER_API_KEY: text,
  OPENROUTER_BASE_URL: address,
  REPLICATE_API_TOKEN: text,
  REPLICATE_BASE_URL: address,
  REPLICATE_WEBHOOK_SECRET: text,
  BRAIN_SERVICE_URL: address,
  BRAIN_SERVICE_API_KEY: text,
  TASK_SERVICE_URL: address,
  TASK_API_KEY: text,
  LAST_FRAME_URL: address,
  LAST_FRAME_API_KEY: text,
  S3_BUCKET: text,
  S3_REGION: text,
  S3_ENDPOINT: address,
  S3_ACCESS_KEY_ID: text,
  S3_SECRET_ACCESS_KEY: text,
}

const shape = z.object({ ...studio, ...providers })

/** Every variable Backlot reads; .env.example lists the same. */
export const envNames = Object.keys(shape.shape)

/** The settings as they were found: absent where there is no default. `singleUser` is settled here. */
export type Env = z.output<typeof shape> & {
  /** One person, no login: on while HOST is loopback, unless STUDIO_SINGLE_USER says otherwise. */
  singleUser: boolean
}

const faultsIn = (error: z.ZodError) =>
  error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`.trim()).join('; ')

/**
 * Reads the settings. An empty variable counts as absent.
 * Fails: ENV_REFUSED, naming every wrong variable at once, never a value.
 */
export const readEnv = (source: Record<string, string | undefined> = process.env): Env => {
  const given = Object.fromEntries(
    envNames.flatMap((name) => (source[name]?.trim() ? [[name, source[name].trim()]] : [])),
  )
  const read = shape.safeParse(given)
  if (!read.success) {
    throw new StudioError({
      code: 'ENV_REFUSED',
      what: 'The settings in the environment cannot be used.',
      why: `${faultsIn(read.error)}.`,
      fix: 'Mend these lines in .env or in the shell (see .env.example) and start again.',
      retry: 'afterFix',
    })
  }
  const onLoopback = loopback.test(read.data.HOST)
  const singleUser = read.data.STUDIO_SINGLE_USER ?? onLoopback
  if (singleUser && !onLoopback) {
    throw new StudioError({
      code: 'ENV_REFUSED',
      what: 'Single-user mode was asked for on an address that other machines can reach.',
      why: 'STUDIO_SINGLE_USER lets everybody in who reaches HOST, and HOST is not a loopback address.',
      fix: 'Set HOST=127.0.0.1, or STUDIO_SINGLE_USER=0 and sign in.',
      retry: 'afterFix',
    })
  }
  return { ...read.data, singleUser }
}

/** Values of the settings that must never be read in a log: keys, tokens, secrets, and `more`. */
export const secretsIn = (env: Env, ...more: string[]): string[] => [
  ...Object.entries(env).flatMap(([name, value]) =>
    /_(KEY|TOKEN|SECRET|KEY_ID|ACCESS_KEY)$/.test(name) && typeof value === 'string' ? [value] : [],
  ),
  ...(env.SMTP_URL === undefined ? [] : passwordsIn(env.SMTP_URL)),
  ...more,
]

/** As it stands in the address, and as it is meant. */
const passwordsIn = (url: string): string[] => {
  const { password } = new URL(url)
  return password === '' ? [] : [password, decodeURIComponent(password)]
}
