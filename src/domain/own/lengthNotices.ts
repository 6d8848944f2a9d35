import { pathOf, type OwnFile, type OwnMatch } from './matchOwn'

/** What of the scenes decides whether a recording or a clip fits. Seconds. */
export type FilmLengths = {
  scenes: readonly { clipName: string; durationS: number; dialogue: readonly { startS: number; endS: number }[] }[]
}

type Timed<F extends OwnFile> = OwnMatch<F> & { durationS: number }

const fastest = 1.35
const seconds = (value: number): string => `${value.toFixed(1)} s`

/** What a person should know of a file whose length is not that of what it is for; null when it fits. */
export const lengthNotice = <F extends OwnFile>(
  { file, subject, durationS }: Timed<F>,
  { scenes }: FilmLengths,
): string | null => {
  const notice = noticeOf[file.role]?.({ subject, durationS }, scenes) ?? null
  return notice === null ? null : `${pathOf(file)} ${notice}`
}

type Told = (file: { subject: string; durationS: number }, scenes: FilmLengths['scenes']) => string | null

const music: Told = ({ durationS }, scenes) => {
  const filmS = scenes.reduce((sum, scene) => sum + scene.durationS, 0)
  if (durationS >= filmS - 1.2)
    return durationS > filmS + 0.5
      ? `lasts ${seconds(durationS)}, the film ${seconds(filmS)}: it is faded out at the end.`
      : null
  return `lasts ${seconds(durationS)}, the film ${seconds(filmS)}: it begins again, each time crossing into itself.`
}

const clip: Told = ({ subject, durationS }, scenes) => {
  const scene = scenes.find(({ clipName }) => clipName === subject)
  if (!scene || Math.abs(durationS - scene.durationS) < 0.1) return null
  const lasts = `lasts ${seconds(durationS)}, its scene ${seconds(scene.durationS)}`
  return durationS < scene.durationS ? `${lasts}: its last picture is held.` : `${lasts}: the rest is not shown.`
}

const voice: Told = ({ subject, durationS }, scenes) => {
  const [clipName, line] = subject.split('/')
  const said = scenes.find((scene) => scene.clipName === clipName)?.dialogue[Number(line) - 1]
  const roomS = said ? said.endS - said.startS : durationS
  if (durationS <= roomS * 1.05) return null
  const has = `lasts ${seconds(durationS)} where the line has ${seconds(roomS)}`
  return durationS <= roomS * fastest
    ? `${has}: it may be played faster.`
    : `${has}: it is played faster and runs on into what follows.`
}

const noticeOf: Partial<Record<OwnFile['role'], Told>> = { music, clips: clip, voices: voice }
