import { access, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { firstLink } from '@/stores/firstLink'
import type { Machine } from './openMachine'

const markOf = (home: string) => join(home, 'shared')

/** Whether this home was shared: kept until it is taken back, so that a later start lets nobody in without a login. */
export const isShared = (home: string): Promise<boolean> =>
  access(markOf(home)).then(
    () => true,
    () => false,
  )

export const shareHome = (home: string): Promise<void> =>
  writeFile(markOf(home), 'People sign in to this studio. `npm run backlot -- share --stop` takes it back.\n')

export const unshareHome = (home: string): Promise<void> => rm(markOf(home), { force: true })

/** The secret of a one-time link for the first person of a shared studio; null where somebody can sign in. */
export const firstLinkOf = ({ mongoUri }: Pick<Machine, 'mongoUri'>): Promise<string | null> => firstLink(mongoUri)
