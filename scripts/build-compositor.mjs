// Compiles the previs compositor (AssemblyScript) into src/providers/previs/compositor/compositorWasm.ts.
//   node scripts/build-compositor.mjs          writes the module
//   node scripts/build-compositor.mjs --check  fails when the module that is checked in is not what the source gives
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const folder = new URL('../src/providers/previs/compositor/', import.meta.url)
const target = new URL('compositorWasm.ts', folder)

// The sources end in .as so that TypeScript leaves them alone; the compiler wants to read .ts.
const sources = { 'blend.ts': 'blend.as', 'load.ts': 'load.as' }
const outputs = new Map()
const { error, stderr } = await asc.main(
  [
    'blend.ts',
    'load.ts',
    '--outFile',
    'out.wasm',
    '-O3',
    '--converge',
    '--runtime',
    'stub',
    '--noAssert',
    '--enable',
    'simd',
  ],
  {
    readFile: (name) => (sources[name] ? readFile(new URL(sources[name], folder), 'utf8') : null),
    writeFile: (name, content) => void outputs.set(name, content),
    listFiles: () => [],
  },
)
if (error) {
  process.stderr.write(`${stderr.toString()}\n`)
  process.exit(1)
}
const text = Buffer.from(outputs.get('out.wasm')).toString('base64')
const lines = text.match(/.{1,110}/g) ?? []
const built = `// Built by scripts/build-compositor.mjs from blend.as and load.as. Do not edit.

/** The previs compositor as WebAssembly (SIMD), base64. */
export const compositorWasm = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('')
`
if (process.argv.includes('--check')) {
  const current = await readFile(target, 'utf8').catch(() => '')
  if (current !== built) {
    process.stderr.write(
      `${fileURLToPath(target)} is not what its source gives. Run: node scripts/build-compositor.mjs\n`,
    )
    process.exit(1)
  }
} else await writeFile(target, built)
