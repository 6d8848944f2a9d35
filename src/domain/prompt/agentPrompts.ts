import { defaultPrompt, type DefaultPrompt } from './defaultPrompt'

/** What is said to models that decide or judge. */
export const agentPrompts: readonly DefaultPrompt[] = [
  defaultPrompt({
    slug: 'shot-agent',
    title: 'The shot agent plans one scene',
    category: 'agent',
    notes: 'For a language model that proposes a camera; rules check the proposal. No step asks for it yet.',
    required: 'place interior time_of_day weather camera camera_move seconds',
    optional: 'action dialogue people light lens pace mood place_description dressing eyeline style',
    lines: [
      'You plan one shot of a film. Propose only what the scene document leaves open; never change a word of dialogue.',
      'Place: [place], [interior], at [time_of_day], weather [weather].',
      'In the screenplay: [place_description]',
      'What stands there: [dressing]',
      'Length: [seconds] seconds, one take.',
      'What happens: [action]',
      'Who is seen: [people]',
      'Spoken: [dialogue]',
      'The rules chose: [camera]; [camera_move].',
      'Eyes: [eyeline]',
      'Light: [light]',
      'Lens: [lens]',
      'Pace: [pace]',
      'What it should do to the audience: [mood]',
      'Style: [style]',
      'Rules: nobody crosses the line of action; no two neighbours with one size and one subject; a new place is seen wide first; at most 3 references and 20 layers.',
      'Answer with JSON: { "shotSize", "angle", "movement", "lensMm", "composition", "reason" }. Leave out what the rules chose rightly.',
    ],
  }),
  defaultPrompt({
    slug: 'judge-question',
    title: 'Narrow questions to a judge of pictures',
    category: 'agent',
    notes: 'One claim for each question; the judge never sees the plan. The measuring judge needs no words.',
    required: 'questions',
    optional: 'references',
    lines: [
      'Look at the first picture and answer each of these questions about it by itself. Judge only what can be seen; do not guess what was meant.',
      '[questions]',
      'References: [references]',
      'Answer each with “yes”, “no” or “unknown”, and with one sentence of evidence that says what you see and where. “unknown” is right when the picture does not show it.',
    ],
  }),
]
