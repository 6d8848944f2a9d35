import type { ArrayField, Field } from 'payload'
import { choice } from './fields/choice'
import { figure, nanodollars } from './fields/figure'
import { file } from './fields/relation'
import { line, prose, wordList } from './fields/words'

export const verdicts = ['passed', 'failed', 'unknown', 'overruled', 'filled'] as const
const answers = ['yes', 'no', 'unknown', 'not_asked'] as const
const when: Field = { name: 'at', type: 'date' }

/** Every attempt, paid or free; nothing of it is thrown away. */
export const takeRows: ArrayField = {
  name: 'takes',
  type: 'array',
  fields: [
    line('kind', 'still, clip, line'),
    figure('layer', { min: 0 }),
    figure('take', { min: 1 }),
    line('generation', 'Key of the provider call.'),
    file('media'),
    line('sha256'),
    line('model'),
    choice('verdict', verdicts),
    prose('told', 'What this take was told beyond the plan.', 2),
    nanodollars('costNanodollars'),
    line('inputHash'),
    when,
  ],
}

/** The plan of the picture: place, people, props, each with at most three references. */
export const layerRows: ArrayField = {
  name: 'layers',
  type: 'array',
  fields: [
    figure('order', { min: 0 }),
    line('kind', 'location, character, prop'),
    line('subject'),
    line('view'),
    prose('prompt', undefined, 2),
    wordList('references'),
    figure('take', { min: 0 }),
    file('picture'),
    choice('verdict', verdicts),
  ],
}

/** Every question that was asked of a picture, and its answer. */
export const verificationRows: ArrayField = {
  name: 'verifications',
  type: 'array',
  fields: [
    line('claim', 'place, person:MARA, prop:lamp, light, angle, defects'),
    line('question'),
    line('judge'),
    figure('layer', { min: 0, description: 'Empty: the finished picture.' }),
    figure('take', { min: 0 }),
    choice('answer', answers),
    figure('confidence', { min: 0, max: 1, description: 'Only where the judge gives one.' }),
    { name: 'required', type: 'checkbox' },
    prose('evidence', undefined, 2),
    line('reason', 'Why it was not asked, or not known.'),
    nanodollars('costNanodollars'),
    when,
  ],
}

/** What must hang together with the scene before. */
export const continuityRows: ArrayField = {
  name: 'continuity',
  type: 'array',
  fields: [line('what'), line('before'), line('here'), choice('answer', answers), prose('note', undefined, 2)],
}
