import { statusTable } from '@/domain/statusTable'

/** Where one step of a run stands. `dead`: it ended its worker too often and waits for a person. */
export const stepStatus = statusTable('step', {
  pending: { label: 'Pending', next: ['ready', 'cancelled'] },
  ready: { label: 'Ready', next: ['running', 'cancelled'] },
  running: { label: 'Running', next: ['ready', 'waiting', 'succeeded', 'failed', 'cancelled', 'dead'] },
  waiting: { label: 'Waiting', next: ['ready', 'running', 'succeeded', 'failed', 'cancelled'] },
  succeeded: { label: 'Succeeded', next: [] },
  failed: { label: 'Failed', next: ['pending', 'ready', 'cancelled'] },
  cancelled: { label: 'Cancelled', next: ['pending', 'ready'] },
  dead: { label: 'Dead', next: ['pending', 'ready', 'cancelled'] },
})

export type StepStatus = (typeof stepStatus.names)[number]
