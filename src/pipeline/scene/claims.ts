import type { QuestionKind } from '@/providers/spec/vision'
import type { PlannedLayer, ShotPlan } from './planShot'

/** One thing that is said of a picture. `claim`: the side somebody is said to stand on. */
export type Claim = { kind: QuestionKind; text: string; subject: string; claim: '' | 'left' | 'right' }

const claim = (kind: QuestionKind, subject: string, text: string): Claim => ({ kind, subject, text, claim: '' })

/** Everything a layer is said to show, from the scene document and the bible; each kind of fault is owned by one of them. */
export const claimsOf = (plan: ShotPlan, layer: PlannedLayer): Claim[] => {
  const { subject, kind } = layer
  if (kind === 'prop') return [claim('prop', subject, `Is there a ${subject}?`)]
  return kind === 'place' ? ofPlace(plan, subject) : ofPerson(plan, subject)
}

const ofPlace = ({ staging: { timeOfDay, weather } }: ShotPlan, subject: string): Claim[] => [
  claim('place', subject, `Is this ${subject}?`),
  claim('light', timeOfDay, `Is it ${timeOfDay}?`),
  claim('weather', weather, `Is the weather ${weather}?`),
]

const ofPerson = ({ staging }: ShotPlan, subject: string): Claim[] => {
  const person = staging.people.find(({ name }) => name === subject)
  const framed = staging.shotSize.replaceAll('_', ' ')
  const side = person && person.x > 0.5 ? 'right' : 'left'
  const held = person?.holds ?? ''
  return [
    claim('person', subject, `Is ${subject} in the picture?`),
    claim('costume', subject, `Does ${subject} wear what they are enrolled in?`),
    claim('view', subject, `Is ${subject} seen from ${(person?.view ?? 'front').replaceAll('_', ' ')}?`),
    { ...claim('side', subject, `Does ${subject} stand on the ${side}?`), claim: side },
    claim('size', subject, `Is ${subject} framed as ${framed}?`),
    claim('frame', subject, `Is the head of ${subject} in the frame?`),
    claim('count', subject, `Did nobody come in but ${subject}?`),
    ...(held === '' ? [] : [claim('prop', held, `Does ${subject} hold a ${held}?`)]),
  ]
}

/** What is asked of every picture, whatever it shows. */
export const technicalClaims = (hasBefore: boolean): Claim[] => [
  claim('file', 'the file', 'Is the file a whole picture?'),
  claim('tones', 'the picture', 'Is it a picture, neither black nor flat?'),
  ...(hasBefore ? [claim('repeat', 'the picture', 'Is it another picture than the one before?')] : []),
]
