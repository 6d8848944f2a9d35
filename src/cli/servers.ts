import { serve } from './serve'

export const settingsHelp =
  'Settings: HOST, PORT, BACKLOT_HOME, MONGODB_URI, PAYLOAD_SECRET, WORKER_CONCURRENCY (see .env.example).'

/** The admin in development mode, with a worker beside it. */
export const dev = serve({
  name: 'dev',
  web: 'dev',
  worker: true,
  opening: 'Opening the studio: the first page takes half a minute, or more on a busy machine.',
  help: `Opens the studio's admin in development mode, with a worker beside it, until Ctrl-C.

  npm run dev                 on http://127.0.0.1:3000/admin
  PORT=3001 npm run dev       on another port; PORT=0 takes any free one

${settingsHelp}
`,
})

/** The studio as a server: web, worker and database as one program. */
export const start = serve({
  name: 'start',
  web: 'start',
  worker: true,
  opening: 'Opening the studio …',
  help: `Opens the studio: admin and HTTP, worker and database as one program, until Ctrl-C.

  npm start                   on http://127.0.0.1:3000/admin
  PORT=0 npm start            on any free port; the address is printed

${settingsHelp}
`,
})

/** The web part alone, for more machines on one MONGODB_URI. */
export const web = serve({
  name: 'web',
  web: 'start',
  worker: false,
  opening: 'Opening the web part …',
  help: `Opens the web part alone, until Ctrl-C; workers run elsewhere on the same MONGODB_URI.

${settingsHelp}
`,
})
