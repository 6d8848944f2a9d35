import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { doors, house } from './house.js'
import { longTables } from './longTables.js'

const rooms = Object.keys(house)
const code = (room) => [`src/${room}/**/*.{ts,tsx}`]

/** Rooms a room may not enter; `stores/reads` in a row opens that folder of a closed room. */
const closedRooms = (room) =>
  rooms
    .filter((other) => other !== room && !house[room].includes(other))
    .map((other) => ({
      group: [
        `@/${other}/*`,
        ...house[room].filter((open) => open.startsWith(`${other}/`)).flatMap((open) => [`!@/${open}`, `!@/${open}/*`]),
      ],
      message: `${room}/ may not import ${other}/ (see house.js)`,
    }))

/** Packages that come in through other rooms' doors. */
const closedDoors = (room) =>
  Object.entries(doors)
    .filter(([, mayImport]) => !mayImport.includes(room))
    .map(([name, mayImport]) => ({
      regex: `^${name.replaceAll('.', '\\.')}(/|$)`,
      message: `${name} is imported only in ${mayImport.join(', ')} (see house.js)`,
    }))

/** Another room by a relative path; how many steps up lead out of the room depends on how deep the file lies. */
const depths = ['*', '*/*', '*/*/*', '*/*/*/*', '*/*/*/*/*']
const backDoor = (depth) => ({
  regex: `^(\\.\\./){${depth + 1},}(${rooms.join('|')})(/|$)`,
  message: 'Another room is written @/room/file.',
})

const outside = {
  regex: '^(@/env|@payload-config)$',
  message: 'Settings are handed in; only studio/ and app/ read them.',
}
const pure = {
  regex: '^(node:|payload$|payload/|@payloadcms/|sharp$)',
  message: 'domain/ is pure: no clock, no random, no I/O, no framework.',
}

const wallsOf = (room) => [
  ...closedRooms(room),
  ...closedDoors(room),
  ...(room === 'studio' || room === 'app' || room === 'cli' ? [] : [outside]),
  ...(room === 'domain' ? [pure] : []),
]

const walls = rooms.flatMap((room) =>
  depths.map((below, depth) => ({
    files: [`src/${room}/${below}.{ts,tsx}`],
    rules: { 'no-restricted-imports': ['error', { patterns: [...wallsOf(room), backDoor(depth)] }] },
  })),
)

const ourRules = {
  'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 12],
  'max-depth': ['error', 3],
  'max-params': ['error', 3],
  'no-console': 'error',
  'no-restricted-properties': [
    'error',
    { object: 'process', property: 'env', message: 'The environment is read once, in src/env.ts.' },
  ],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  // a key that stands in an index signature is read with brackets: tsconfig's and this rule would disagree
  '@typescript-eslint/dot-notation': 'off',
}

const domainRules = {
  'no-restricted-globals': ['error', 'fetch', 'setTimeout', 'setInterval', 'process', 'performance', 'crypto'],
  'no-restricted-syntax': [
    'error',
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'domain/ has no clock.' },
    { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'domain/ has no clock.' },
    { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'domain/ has no dice.' },
  ],
}

export default defineConfig(
  globalIgnores([
    'node_modules/',
    '.backlot/',
    '.next/',
    'next-env.d.ts',
    'src/payload-types.ts',
    'src/app/(payload)/admin/importMap.js',
    '**/*.d.ts',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: ourRules,
  },
  ...walls,
  { files: code('domain'), rules: domainRules },
  { files: code('cli'), rules: { 'no-console': 'off' } },
  { files: ['src/env.ts', 'payload.config.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    // stand-ins for other people's machines: they know nothing of our code
    files: ['emulators/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(@/|@payload-config$|(\\.\\./)+(src|tests)/)',
              message: 'emulators/ knows nothing of our code.',
            },
          ],
        },
      ],
    },
  },
  { files: ['emulators/main.ts'], rules: { 'no-console': 'off' } },
  { files: ['emulators/media/findFfmpeg.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: longTables, rules: { 'max-lines': 'off' } },
  {
    // Payload's own boilerplate, kept as it generates it
    files: ['src/app/(payload)/**'],
    rules: {
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  {
    files: ['tests/**/*.ts', 'bench/**/*.ts', '*.config.ts'],
    rules: {
      'max-lines': 'off',
      complexity: 'off',
      'no-console': 'off',
      'no-restricted-properties': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'Buffer', 'fetch', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval',
          'AbortSignal', 'AbortController', 'performance', 'Response', 'TextDecoder', 'WebAssembly', 'structuredClone']
          .map((name) => [name, 'readonly']), // prettier-ignore
      ),
    },
    rules: { 'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }] },
  },
)
