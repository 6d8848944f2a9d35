import { angles, movements, pacings, shotSizes, timesOfDay, weathers } from '@/domain/scene/vocabulary'
import type { BoardScene, SceneIntent } from '@/stores/reads/boardRead'
import type { WordKey } from '../../words/en'

/** A field of a scene that is edited in its cell. */
export type EditField = 'title' | keyof SceneIntent
export type TableColumn = {
  key: string
  word: WordKey
  /** Of the grid: a width of its own, or a share. */
  width: string
  value: (scene: BoardScene) => string | number
  edit?: { field: EditField; as: 'text' | 'seconds' | 'choice'; options?: readonly string[] }
}

const choice = (field: keyof SceneIntent, word: WordKey, options: readonly string[]): TableColumn => ({
  key: field,
  word,
  width: 'minmax(88px, 0.6fr)',
  value: ({ intent }) => intent[field] ?? '',
  edit: { field, as: 'choice', options },
})

/** The columns, in order; those with `edit` are written in place. */
export const columns: readonly TableColumn[] = [
  { key: 'clip', word: 'clip', width: '112px', value: ({ number }) => number },
  { key: 'title', word: 'titleWord', width: 'minmax(180px, 2fr)', value: ({ title }) => title, edit: { field: 'title', as: 'text' } },
  { key: 'status', word: 'columnStatus', width: '124px', value: ({ status, stale }) => (stale.length > 0 ? 'stale' : status) },
  { key: 'durationS', word: 'columnLength', width: '72px', value: ({ intent, seconds }) => intent.durationS ?? seconds, edit: { field: 'durationS', as: 'seconds' } },
  choice('shotSize', 'columnShot', shotSizes),
  choice('angle', 'columnAngle', angles),
  choice('movement', 'columnMovement', movements),
  choice('timeOfDay', 'columnTime', timesOfDay),
  choice('weather', 'columnWeather', weathers),
  choice('pacing', 'columnPacing', pacings),
  { key: 'lightMood', word: 'columnMood', width: 'minmax(100px, 1fr)', value: ({ intent }) => intent.lightMood, edit: { field: 'lightMood', as: 'text' } },
  { key: 'people', word: 'columnCast', width: 'minmax(90px, 1fr)', value: ({ people }) => people.join(', ') },
  { key: 'takes', word: 'takesTitle', width: '64px', value: ({ takes }) => takes },
] // prettier-ignore

export const editColumns = columns.filter(({ edit }) => edit !== undefined)

/** What a field says now, as it is typed. */
export const textOfField = ({ title, intent }: BoardScene, field: EditField): string =>
  field === 'title' ? title : String(intent[field] ?? '')

/** "over_shoulder": "over shoulder". */
export const spoken = (value: string): string => value.replaceAll('_', ' ')
