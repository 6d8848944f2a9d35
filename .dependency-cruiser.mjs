import { doors, house } from './house.js'

const rooms = Object.keys(house)
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** One rule a room: what its row does not name, it does not import. */
const walls = rooms.map((room) => {
  const open = [room, ...house[room]].map((place) => `^src/${escape(place)}/`)
  const others = rooms.filter((other) => other !== room).join('|')
  return {
    name: `wall-${room}`,
    severity: 'error',
    comment: `${room}/ imports only what its row in house.js names.`,
    from: { path: `^src/${room}/` },
    to: { path: `^src/(${others})/`, pathNot: open },
  }
})

const packageDoors = Object.entries(doors).map(([name, mayImport]) => ({
  name: `door-${name.replaceAll('/', '-').replaceAll(':', '-')}`,
  severity: 'error',
  comment: `${name} enters only through ${mayImport.join(', ')}.`,
  // the proxy lies where Next looks for it: before src/app, and is of the same room
  from: {
    path: '^src/',
    pathNot: [...mayImport.map((room) => `^src/${room}/`), ...(name === 'next' ? ['^src/proxy\\.ts$'] : [])],
  },
  to: {
    path: name.startsWith('node:') ? `^(node:)?${escape(name.slice(5))}$` : `(^|node_modules/)${escape(name)}(/|$)`,
  },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...walls,
    ...packageDoors,
    { name: 'no-circular', severity: 'error', from: { path: '^(src|payload\\.config)' }, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nobody uses it and it uses nothing: take it out, or use it.',
      from: {
        path: '^src/',
        orphan: true,
        pathNot: ['\\.d\\.ts$', '^src/app/', '^src/payload-types\\.ts$', '^src/admin/'],
      },
      to: {},
    },
    {
      name: 'web-starts-no-work',
      severity: 'error',
      comment: 'The web process records intents; it reaches no worker.',
      from: { path: '^src/studio/openWeb\\.ts$' },
      to: { path: '^src/(studio/openWorker\\.ts$|jobs/|pipeline/|engines/)', reachable: true },
    },
    {
      name: 'config-starts-no-work',
      severity: 'error',
      comment: 'next build imports the config: it reaches no worker either.',
      from: { path: '^payload\\.config\\.ts$' },
      to: { path: '^src/(studio/openWorker\\.ts$|jobs/|pipeline/|engines/)', reachable: true },
    },
    {
      name: 'settings-are-handed-in',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(studio|cli)/' },
      to: { path: '^src/env\\.ts$' },
    },
    { name: 'not-to-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^(tests|bench|scripts)/' } },
    { name: 'not-unresolvable', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
