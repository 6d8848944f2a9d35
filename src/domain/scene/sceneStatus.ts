import { statusTable } from '@/domain/statusTable'

/** Where a scene stands; `locked` and `stale` are flags beside it. Source: film.md, Statuses. */
export const sceneStatus = statusTable('scene', {
  draft: { label: 'Draft', next: ['ready_for_generation'] },
  ready_for_generation: { label: 'Ready', next: ['generating_composite', 'draft'] },
  generating_composite: {
    label: 'Making the picture',
    next: ['verifying_composite', 'failed', 'ready_for_generation'],
  },
  verifying_composite: {
    label: 'Checking the picture',
    next: [
      'generating_composite',
      'generating_video',
      'awaiting_approval',
      'needs_review',
      'failed',
      'ready_for_generation',
    ],
  },
  awaiting_approval: { label: 'Waiting for approval', next: ['generating_video', 'ready_for_generation'] },
  needs_review: { label: 'Needs a look', next: ['generating_video', 'ready_for_generation'] },
  generating_video: {
    label: 'Making the clip',
    next: ['extracting_last_frame', 'generating_video', 'needs_review', 'failed', 'ready_for_generation'],
  },
  extracting_last_frame: { label: 'Keeping the last picture', next: ['completed', 'failed', 'ready_for_generation'] },
  completed: { label: 'Completed', next: ['ready_for_generation'] },
  failed: { label: 'Failed', next: ['ready_for_generation', 'generating_video'] },
})

export type SceneStatus = (typeof sceneStatus.names)[number]
