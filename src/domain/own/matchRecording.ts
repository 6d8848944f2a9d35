import { foldName } from '../cast/people/wordsOfName'

type Scenes = readonly { clipName: string; dialogue: readonly { character: string }[] }[]

/**
 * The line a recording is of, as `<clip name>/<line>`, lines counted from 1 in their scene. `SC001_SH010` is the first
 * line of that scene, `SC001_SH010-2` its second; `mara-3` is the third line Mara has in the film, as
 * `backlot breakdown` lists them.
 */
export const matchRecording = (stem: string, scenes: Scenes): { subject: string } | { none: string } => {
  const [, name = stem, count] = /^(.*?)(?:[-_ ](\d+))?$/.exec(stem) ?? []
  const whole = scenes.find(({ clipName }) => clipName === stem.toUpperCase())
  const scene = whole ?? scenes.find(({ clipName }) => clipName === name.toUpperCase())
  if (scene) return lineOf(scene, whole ? 1 : Number(count ?? 1))
  const wanted = foldName(name)
  const lines = scenes.flatMap(({ clipName, dialogue }) =>
    dialogue.flatMap(({ character }, i) => (foldName(character) === wanted ? [`${clipName}/${String(i + 1)}`] : [])),
  )
  if (lines.length === 0)
    return { none: `no scene and no speaker is called “${name}”; name it like SC001_SH010.wav or mara-1.wav.` }
  const subject = lines[Number(count ?? 1) - 1]
  return subject === undefined
    ? { none: `${name} has ${String(lines.length)} lines, not ${count ?? ''}.` }
    : { subject }
}

const lineOf = ({ clipName, dialogue }: Scenes[number], line: number): { subject: string } | { none: string } => {
  if (dialogue[line - 1]) return { subject: `${clipName}/${String(line)}` }
  return { none: `${clipName} has ${dialogue.length === 0 ? 'no' : String(dialogue.length)} lines that are spoken.` }
}
