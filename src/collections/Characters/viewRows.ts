import type { ArrayField } from 'payload'
import { turnaroundViews } from '@/domain/cast/look'
import { choice } from '../fields/choice'
import { file } from '../fields/relation'
import { line, prose } from '../fields/words'

/** The six views all later pictures are drawn from. */
export const viewRows = (): ArrayField => ({
  name: 'views',
  type: 'array',
  maxRows: turnaroundViews.length,
  fields: [
    choice('view', turnaroundViews),
    file('media'),
    prose('description', 'What this side shows.', 2),
    prose('prompt', undefined, 2),
    line('generation'),
    line('sha256'),
  ],
})
