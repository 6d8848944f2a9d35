import type { FilmContinuity } from './continuityOf'
import type { PersonDrift, Span } from './checkPeople'
import { colourDriftMost, shapeDriftMost, type Drift } from './measuredShot'
import { mirrorMost } from './mirror'

/** `continuity.md` of a film: what was found, everybody's drift, every cut and every picture. The same film, the same text. */
export const continuityText = (film: FilmContinuity, fps: number): string => {
  const frames = film.scenes.reduce((sum, scene) => sum + scene.frames, 0)
  const compared = film.compared.map(({ what, count }) => `${String(count)} ${what}`).join(', ')
  return [
    '# Continuity',
    `${String(film.scenes.length)} scenes, ${String(frames)} frames at ${String(fps)} a second. Frames count from 0 in \`film.mp4\`.`,
    `Compared: ${compared}.`,
    '## What was found',
    foundIn(film),
    '## People',
    peopleIn(film),
    '## Rear-view mirror',
    mirrorsIn(film),
    '## Every picture',
    picturesIn(film),
    ...notMeasured(film),
  ].join('\n\n').concat('\n')
} // prettier-ignore

const foundIn = ({ findings }: FilmContinuity): string =>
  findings.length === 0
    ? 'Nothing found.'
    : table(
        ['Scene', 'Frame', 'What', 'Measured', 'Verdict'],
        findings.map(({ clipName, frame, what, measured, verdict }) => [clipName, String(frame), what, measured, verdict]),
      ) // prettier-ignore

const peopleIn = ({ people }: FilmContinuity): string =>
  people.length === 0
    ? 'Nobody is seen.'
    : [
        `Colour is how far hair, face or costume, whichever is most, are from the enrolled view in the light of the scene (OKLab: 0.02 can just be seen, more than ${String(colourDriftMost)} is another colour). Outline is the part of head and shoulders that is elsewhere (more than ${String(Math.round(shapeDriftMost * 100))} % is another outline).`,
        table(
          ['Person', 'Measured', 'Too small', 'Colour least · mean · most', 'Outline least · mean · most', 'Farthest from the views'],
          people.map(personRow),
        ),
      ].join('\n\n') // prettier-ignore

const personRow = ({ person, measured, tooSmall, colour, shape, worst }: PersonDrift): string[] => [
  person,
  String(measured),
  String(tooSmall),
  spanIn(colour, (value) => value.toFixed(3)),
  spanIn(shape, percent),
  worst ? `${worst.clipName}, frame ${String(worst.frame)}` : '–',
]

const spanIn = (span: Span | null, write: (value: number) => string): string =>
  span === null ? '–' : `${write(span.least)} · ${write(span.mean)} · ${write(span.most)}`

const mirrorsIn = ({ mirrors }: FilmContinuity): string =>
  mirrors.length === 0
    ? 'No cut stays in one scene of the screenplay.'
    : [
        `The last picture before every cut within one scene, beside the first one after it. Light and tint are of the whole picture (more than ${String(mirrorMost.light)} or ${String(mirrorMost.tint)} jumps); where the picture should go on, it may differ by ${String(mirrorMost.chained)} place by place.`,
        table(
          ['Cut', 'Frame', 'Join', 'Light', 'Tint', 'Picture', 'Verdict'],
          mirrors.map(({ before, now, light, tint, picture, verdict }) => [
            `${before.clipName} → ${now.clipName}`, String(now.startFrame), now.boundary.replaceAll('_', ' '),
            light.toFixed(2), tint.toFixed(2), picture.toFixed(2), verdict,
          ]),
        ),
      ].join('\n\n') // prettier-ignore

const picturesIn = ({ scenes }: FilmContinuity): string => {
  const rows = scenes.flatMap(({ clipName, startFrame, shot }) =>
    (shot?.people ?? []).map((drift) => [clipName, String(startFrame), drift.person, ...driftCells(drift)]),
  )
  return rows.length === 0
    ? 'Nobody was measured.'
    : table(['Scene', 'Frame', 'Person', 'Tall (px)', 'Hair', 'Face', 'Costume', 'Outline'], rows)
}

const driftCells = ({ tall, measured }: Drift): string[] => {
  if (!measured) return [String(tall), 'too small', 'too small', 'too small', 'too small']
  const { hair, face, costume } = measured.regions
  const colour = (value: number | null) => (value === null ? '–' : value.toFixed(3))
  return [String(tall), colour(hair), colour(face), colour(costume), measured.shape === null ? '–' : percent(measured.shape)] // prettier-ignore
}

/** Why people of a scene, or whole scenes, were not compared with their views; each reason once. */
const notMeasured = ({ scenes }: FilmContinuity): string[] => {
  const reasons = new Map<string, string[]>()
  const add = (reason: string, clip: string) => reasons.set(reason, [...(reasons.get(reason) ?? []), clip])
  for (const { clipName, shot, hidden } of scenes) {
    if (!shot) add('Filled with an animatic that nobody judged.', clipName)
    else for (const { subject, why } of hidden) add(`${subject}: ${why}`, clipName)
  }
  if (reasons.size === 0) return []
  const rows = [...reasons].map(([reason, clips]) => `- ${inCell(reason)} ${clips.join(', ')}`)
  return ['## Not measured', rows.join('\n')]
}

const percent = (part: number): string => `${String(Math.round(part * 100))} %`

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(inCell).join(' | ')} |`).join('\n')

/** A word of the screenplay must not end a cell or begin markup of its own. */
const inCell = (text: string): string => text.replace(/\s+/g, ' ').replace(/[|\\`<*[\]]/g, '\\$&')
