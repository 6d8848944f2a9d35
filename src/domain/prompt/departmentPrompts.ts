import { defaultPrompt, type DefaultPrompt } from './defaultPrompt'

/** What the departments that write say to a text model. The text and the rules' draft go along behind these words, as data. */
export const departmentPrompts: readonly DefaultPrompt[] = [
  defaultPrompt({
    slug: 'agent-casting',
    title: 'The casting department asks about people',
    category: 'agent',
    notes: 'Asked where a text model is chosen. The answer has a fixed form, and rules check it: what the text says of somebody cannot be changed.',
    required: 'language',
    lines: [
      'You cast a film. The data holds people of a screenplay: what the text says of each, the sentences that name them, what they say, and what a rule chose where the text is silent.',
      'For each person fill what the form asks for, so that they are somebody one remembers and would know again in every picture.',
      'What the text says holds. Nothing may contradict it, nor what is given already.',
      'appearance: what is seen of them in every scene, body and face alone. It agrees with hair, hat, beard, glasses, build and age.',
      'wardrobe: what they wear, with its colour; it names the costume of the look and agrees with its colour.',
      'personality, mannerisms, motivation, arc: one or two sentences each, from what they do and say.',
      'voice: how they speak, how much higher or lower (semitones) and how fast (1 is usual).',
      'A field without a value keeps what the rule chose; leave it so where you know nothing better.',
      'Write plain sentences, in the language [language]. No names of actors, no brands, no addresses.',
    ],
  }),
] // prettier-ignore
