import type { ProjectStatus } from '@/domain/project/projectStatus'
import type { RunStatus } from '@/domain/run/runStatus'
import type { StepStatus } from '@/domain/run/stepStatus'
import type { SceneStatus } from '@/domain/scene/sceneStatus'
import type { IconName } from './Icon'

/** How a status looks: an icon, a tone of Payload's own colours, and its word in the `status` part of the dictionary. */
export type Look = { icon: IconName; tone: 'quiet' | 'plain' | 'live' | 'good' | 'bad' | 'asks' }

const quiet = (icon: IconName): Look => ({ icon, tone: 'quiet' })
const live: Look = { icon: 'spinner', tone: 'live' }
const waits: Look = { icon: 'hourglass', tone: 'plain' }
const good: Look = { icon: 'check', tone: 'good' }
const bad: Look = { icon: 'cross', tone: 'bad' }
const asks: Look = { icon: 'question', tone: 'asks' }
const ready: Look = { icon: 'dotted', tone: 'plain' }

/** One table for every view and test. Source: studio.md §5. */
export const statusMeta = {
  project: {
    gathering: quiet('circle'),
    qualifying: live,
    qualified: ready,
    generating: live,
    generated: good,
    assembling: live,
    completed: good,
    failed: bad,
  } satisfies Record<ProjectStatus, Look>,
  run: {
    counting_down: { icon: 'clock', tone: 'plain' },
    pending: { icon: 'clock', tone: 'plain' },
    running: live,
    waiting: waits,
    stopping: bad,
    succeeded: good,
    failed: bad,
    cancelling: waits,
    cancelled: quiet('barred'),
  } satisfies Record<RunStatus, Look>,
  step: {
    pending: quiet('circle'),
    ready: { icon: 'clock', tone: 'plain' },
    running: live,
    waiting: waits,
    succeeded: good,
    failed: bad,
    cancelled: quiet('barred'),
    dead: bad,
  } satisfies Record<StepStatus, Look>,
  scene: {
    draft: quiet('circle'),
    ready_for_generation: ready,
    generating_composite: live,
    verifying_composite: live,
    awaiting_approval: asks,
    needs_review: asks,
    generating_video: live,
    extracting_last_frame: live,
    completed: good,
    failed: bad,
  } satisfies Record<SceneStatus, Look>,
  flag: {
    stale: { icon: 'loop', tone: 'asks' },
    locked: quiet('padlock'),
    overruled: { icon: 'person', tone: 'good' },
    decide: asks,
    changes: { icon: 'pencil', tone: 'asks' },
    failed: bad,
  },
} as const
