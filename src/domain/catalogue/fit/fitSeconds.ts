import { shown, type Entry, type Fitting } from './fit'

/** The length: the shortest the model makes that is long enough. What is too much is cut off at the end. */
export const fitSeconds = (
  asked: number,
  { model, notes }: Fitting,
): { entry: Entry; seconds: number | null; cutSeconds: number } => {
  const { duration } = model.fields
  if (duration.kind === 'none') return { entry: [null, undefined], seconds: null, cutSeconds: 0 }
  const seconds = nextOf(duration, asked)
  if (seconds === null) {
    notes.faults.push(`seconds: ${shown(asked)} asked, ${shown(longestOf(duration))} is the longest it makes`)
    return { entry: [null, undefined], seconds: null, cutSeconds: 0 }
  }
  const cutSeconds = Math.max(0, seconds - asked)
  if (cutSeconds > nearly)
    notes.adjustments.push(
      `${shown(asked)} s asked, ${shown(seconds)} s is the next it makes; ${shown(cutSeconds)} s are cut off`,
    )
  return { entry: told(duration, seconds), seconds, cutSeconds }
}

type Duration = Fitting['model']['fields']['duration']
type Timed = Exclude<Duration, { kind: 'none' }>

/** Lengths come from frames: a millionth of a second is no second more. */
const nearly = 1e-6

const nextOf = (duration: Timed, asked: number): number | null => {
  if (duration.kind === 'milliseconds') {
    const whole = Math.ceil((Math.max(asked, duration.least) - nearly) * 1000) / 1000
    return whole <= duration.most ? whole : null
  }
  const choices = duration.kind === 'fixed' ? [duration.seconds] : duration.seconds
  return choices.filter((choice) => choice >= asked - nearly).sort((a, b) => a - b)[0] ?? null
}

const longestOf = (duration: Timed): number => {
  if (duration.kind === 'milliseconds') return duration.most
  return duration.kind === 'fixed' ? duration.seconds : Math.max(...duration.seconds)
}

const told = (duration: Timed, seconds: number): Entry => {
  switch (duration.kind) {
    case 'enum-string':
      return [duration.field, String(seconds)]
    case 'suffix-s':
      return [duration.field, `${seconds}s`]
    case 'enum-int':
      return [duration.field, seconds]
    case 'milliseconds':
      return [duration.field, Math.round(seconds * 1000)]
    case 'fixed':
      return [null, undefined]
  }
}
