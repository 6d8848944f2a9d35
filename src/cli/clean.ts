import { openStudio } from '@/studio/openStudio'
import { readEnv } from '@/studio/settings'
import type { Command } from './command'

/** Frees disk: removes files that no film, document or newest run needs. */
export const clean: Command = async (argv, started) => {
  const studio = await openStudio({
    env: readEnv(),
    found: started.found,
    log: () => undefined,
    onFinished: () => undefined,
  })
  try {
    const { files, bytes } = await studio.clean()
    if (argv.includes('--json')) process.stdout.write(`${JSON.stringify({ files, bytes })}\n`)
    else process.stdout.write(`${String(files)} files removed, ${(bytes / 1_000_000).toFixed(1)} MB freed.\n`)
    return 0
  } finally {
    await studio.close()
  }
}
