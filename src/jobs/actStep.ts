import type { Stores } from '@/pipeline/stores'
import type { ProjectAct } from '@/stores/life/actsStore'

/** A part of what is done to a whole project; may be done twice. `wait`: it is not its time yet, look again. */
export type ActStep = (stores: Stores, act: ProjectAct) => Promise<'wait' | undefined>
