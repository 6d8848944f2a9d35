import { parseArgs } from 'node:util'
import { StudioError } from '@/domain/errors/StudioError'
import { slugFrom, projectSlug, type ProjectSlug } from '@/domain/project/projectSlug'
import { presetNames, type PresetName } from '@/domain/catalogue/presets'
import { readBudget } from '@/domain/money/nanodollars'
import { stopPoints, type StopPoint } from '@/domain/project/projectSettings'
import {
  aspects,
  frameRates,
  resolutions,
  type Aspect,
  type FrameRate,
  type Resolution,
} from '@/domain/scene/vocabulary'

/** What the person typed, checked. */
export type FilmArguments = {
  file: string | null
  title: string | null
  slug: ProjectSlug | null
  out: string | null
  aspect: Aspect | null
  resolution: Resolution | null
  fps: FrameRate | null
  /** Seconds the film should last; 'none' takes an earlier wish back; null says nothing. */
  target: number | 'none' | null
  /** null: the models the project has. */
  models: PresetName | null
  /** Nanodollars that may be spent; null: nothing was approved. */
  budget: number | null
  until: StopPoint | null
  clips: boolean
  json: boolean
  fresh: boolean
  /** What failed and may have been charged is made again. */
  again: boolean
}

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const options = {
  title: text, slug: text, out: text, models: text, budget: text, aspect: text, resolution: text, fps: text, target: text, until: text,
  clips: flag, json: flag, fresh: flag, again: flag,
} // prettier-ignore

/** Reads the arguments of `npm run film`. Fails, naming what is wrong: USAGE, BUDGET_REFUSED, SLUG_REFUSED. */
export const filmArguments = (argv: string[]): FilmArguments => {
  const { values, positionals } = parsed(argv)
  if (positionals.length > 1)
    throw usage(`${String(positionals.length)} files were given.`, 'Give one screenplay; each makes its own film.')
  const fps = oneOf('--fps', values.fps, frameRates.map(String))
  return {
    file: positionals[0] ?? null,
    title: values.title?.trim() ? values.title.trim() : null,
    slug: values.slug === undefined ? null : projectSlug(values.slug),
    out: outOf(values.out),
    aspect: oneOf('--aspect', values.aspect, aspects),
    resolution: oneOf('--resolution', values.resolution, resolutions),
    fps: frameRates.find((rate) => String(rate) === fps) ?? null,
    target: targetOf(values.target),
    models: oneOf('--models', values.models, presetNames),
    budget: values.budget === undefined ? null : readBudget(values.budget),
    until: oneOf('--until', values.until, stopPoints),
    clips: values.clips ?? false,
    json: values.json ?? false,
    fresh: values.fresh ?? false,
    again: values.again ?? false,
  }
}

const parsed = (argv: string[]) => {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true })
  } catch (error) {
    throw usage(
      (error as Error).message.split(/\n|\. To specify/)[0] ?? '',
      `The options are: ${Object.keys(options)
        .map((name) => `--${name}`)
        .join(' ')}.`,
    )
  }
}

const oneOf = <T extends string>(name: string, value: string | undefined, allowed: readonly T[]): T | null => {
  if (value === undefined) return null
  const found = allowed.find((one) => one === value)
  if (found !== undefined) return found
  throw usage(`${name} cannot be “${value.slice(0, 40)}”.`, `Choose one of: ${allowed.join(', ')}.`)
}

const outOf = (out: string | undefined): string | null => {
  if (out === undefined) return null
  if (out.trim() !== '') return out
  throw usage('--out names no folder.', 'Name a folder, or leave --out out: then it is films/<slug> in BACKLOT_HOME.')
}

const targetOf = (target: string | undefined): FilmArguments['target'] => {
  if (target === undefined || target === 'none') return target ?? null
  const seconds = Number(target.replace(/s$/, ''))
  if (Number.isInteger(seconds) && seconds >= 3 && seconds <= 36_000) return seconds
  throw usage(
    `--target cannot be “${target.slice(0, 40)}”.`,
    'Give whole seconds from 3 to 36000, for example --target 60, or --target none to take an earlier one back.',
  )
}

const usage = (why: string, fix: string) =>
  new StudioError({ code: 'USAGE', what: 'The command was not understood.', why, fix })

/** The film's name and slug when none was given: the title page, else the file's name. */
export const nameFilm = (
  { title, slug }: FilmArguments,
  found: { title: string; fileName: string },
): { title: string; slug: ProjectSlug } => {
  const named = title ?? (found.title || found.fileName.replace(/\.[^.]*$/, ''))
  return {
    title: Array.from(named).slice(0, 200).join(''),
    slug: slug ?? slugFrom(found.fileName.replace(/\.[^.]*$/, '') || named),
  }
}
