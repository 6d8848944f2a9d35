import type { Tab } from 'payload'
import { limits } from '@/domain/limits'
import { intExts, pacings, rhythms } from '@/domain/scene/vocabulary'
import { choice } from '../../fields/choice'
import { figure } from '../../fields/figure'
import { line, prose, wordList } from '../../fields/words'

const { sceneSecondsMin: min, sceneSecondsMax: max } = limits

/** What happens: the screenplay's words, and what they should do to us. */
export const storyTab: Tab = {
  label: 'Story',
  admin: {
    description: 'Empty means: as the screenplay has it; without a screenplay, the picture shows only the place.',
  },
  fields: [
    line('heading', 'The screenplay’s heading, word for word.'),
    choice('intExt', intExts),
    prose('action', 'What is seen, paragraphs with a blank line between.', 5),
    prose('screenplayText', 'The part of the screenplay this scene covers, word for word.', 6),
    prose('synopsis'),
    prose('dramaticEffect', 'What it should do to the audience.', 2),
    line('beat'),
    choice('pacing', pacings),
    choice('rhythm', rhythms, { description: 'How long it feels: held on, even, or cut off short.' }),
    figure('tension', { min: 0, max: 1, step: 0.05, description: '0 calm to 1 at its height.' }),
    figure('durationS', {
      min,
      max,
      step: 0.1,
      description: `Seconds, ${min} to ${max}. Empty means: as long as its words and action need.`,
    }),
    figure('frames', { min: 1, description: 'Frames at the film’s rate, after the overlap of a transition.' }),
    figure('fromLine', { min: 1, description: 'First line in the screenplay’s file.' }),
    figure('toLine', { min: 1 }),
    wordList('reasons', 'Why it was cut and framed like this.'),
    prose('notes', 'For people; never sent anywhere.'),
  ],
}
