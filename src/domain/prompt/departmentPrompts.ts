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
  defaultPrompt({
    slug: 'agent-world',
    title: 'The world department asks about the story',
    category: 'agent',
    notes: 'Asked where a text model is chosen. Laws and relations are taken only with a quote that stands in the text word for word.',
    required: 'language',
    lines: [
      'You keep the story bible of a film. The data holds its scenes as they are written, its people, and the laws and relations found already.',
      'logline, premise, genre, tone, era: short. synopsis: what happens, in the order of the film. themes: at most six.',
      'events: one sentence for each scene on what happens in it; name nobody who has no part in it.',
      'laws: what is always or never so in this world, only where the text shows it, and none that was found already.',
      'relations: who is what to whom, only where the text shows it, and none that was found already as kin.',
      'Every law and every relation carries a quote of the text, word for word, that shows it. Without one, leave it out.',
      'A field without a value keeps what is there; leave it so where the text does not say.',
      'Write plain sentences, in the language [language]; quotes stay as they are written. Invent nothing.',
    ],
  }),
  defaultPrompt({
    slug: 'agent-look',
    title: 'The visual department asks about the look',
    category: 'agent',
    notes: 'Asked where a text model is chosen. Palette and light of each stretch stay as the rules have them.',
    required: 'language',
    lines: [
      'You design the look of a whole film. The data holds how it begins, its stretches (place, hour, weather) and a draft.',
      'styleCapsule: the look of every picture in one or two sentences; it goes into each prompt, so it names no person, no place and no event.',
      'lighting, lenses, camera, mood, texture: a few sentences each, true of the whole film.',
      'references: films, painters, photographs. negative: what must never be seen, beside the draft’s own.',
      'A field without a value keeps the draft; leave it so where you know nothing better.',
      'Write plain sentences, in the language [language]. No addresses, no camera brands.',
    ],
  }),
] // prettier-ignore
