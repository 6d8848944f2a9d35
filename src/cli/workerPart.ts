import { join } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'
import { childPart } from './childPart'
import type { Started } from './command'
import type { Part } from './keepParts'

type Asked = {
  started: Started
  /** What the worker reads from its environment beside what this program was given. */
  settings: Promise<Record<string, string>>
  say: (line: string) => void
}

const endsMs = 12_000
/** What the worker prints on stdout when it is at work. */
const openLine = 'open'

/** A worker as a child; it takes any run. */
export const workerPart = ({ started, settings, say }: Asked): Part => {
  const argv = [join(started.root, 'scripts/workerPart.mjs'), started.program]
  const told = settings.then((known) => ({ settings: known, started, openLine }))
  const child = childPart({ argv, root: started.root, settings: told, endsMs, say })
  child.loud()
  const { pid, close } = child
  return { pid, ready: () => child.prints(openLine), ended: child.gone.then(ended), close }
}

const ended = (last: string[]): StudioError =>
  new StudioError({
    code: 'WORKER_ENDED',
    what: 'The worker ended by itself.',
    why: last.length === 0 ? 'It gave no reason.' : `It said:\n    ${last.join('\n    ')}`,
    fix: 'Nothing is lost: what was being made is begun again. If it happens again, mend what it names.',
  })
