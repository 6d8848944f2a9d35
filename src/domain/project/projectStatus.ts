import { statusTable } from '@/domain/statusTable'

/**
 * Where a project stands. A working status goes to its result, back to the last settled status (cancelled, or ended
 * incomplete), or to failed; resuming goes from failed to the same work again. Source: film.md, Statuses.
 */
export const projectStatus = statusTable('project', {
  gathering: { label: 'Gathering', next: ['qualifying'] },
  qualifying: { label: 'Qualifying', next: ['qualified', 'failed', 'gathering'] },
  qualified: { label: 'Qualified', next: ['generating', 'assembling', 'gathering'] },
  generating: { label: 'Generating', next: ['generated', 'failed', 'qualified', 'completed'] },
  generated: { label: 'Generated', next: ['generating', 'assembling', 'gathering'] },
  assembling: { label: 'Assembling', next: ['completed', 'failed', 'qualified', 'generated'] },
  completed: { label: 'Completed', next: ['generating', 'assembling', 'gathering'] },
  failed: {
    label: 'Failed',
    next: ['qualifying', 'generating', 'assembling', 'gathering', 'qualified', 'generated', 'completed'],
  },
})

export type ProjectStatus = (typeof projectStatus.names)[number]
