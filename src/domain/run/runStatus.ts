import { statusTable } from '@/domain/statusTable'

/**
 * Where one press of a button stands. `stopping`: something failed and what is in flight still lands. A failed or
 * cancelled run is resumed: it is running again.
 */
export const runStatus = statusTable('run', {
  counting_down: { label: 'Counting down', next: ['pending', 'running', 'cancelled'] },
  pending: { label: 'Pending', next: ['running', 'cancelling', 'cancelled', 'failed'] },
  running: { label: 'Running', next: ['waiting', 'stopping', 'succeeded', 'failed', 'cancelling'] },
  stopping: { label: 'Stopping', next: ['failed', 'succeeded', 'cancelling'] },
  waiting: { label: 'Waiting', next: ['running', 'succeeded', 'failed', 'cancelling'] },
  succeeded: { label: 'Succeeded', next: [] },
  failed: { label: 'Failed', next: ['pending', 'running', 'cancelled'] },
  cancelling: { label: 'Cancelling', next: ['cancelled', 'succeeded', 'failed'] },
  cancelled: { label: 'Cancelled', next: ['pending', 'running'] },
})

export type RunStatus = (typeof runStatus.names)[number]
