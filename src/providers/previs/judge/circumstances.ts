import { timesOfDay, weathers, type TimeOfDay, type Weather } from '@/domain/scene/vocabulary'

/** What a question says of hour, weather and side of the door. */
export type Circumstances = { timeOfDay: TimeOfDay; weather: Weather; interior: boolean }

const said = new RegExp(`\\((${timesOfDay.join('|')}), (${weathers.join('|')}), (inside|outside)\\)`)

/** Reads "(night, rainy, outside)" out of a question; null when it says nothing of the kind. */
export const circumstancesOf = (text: string): Circumstances | null => {
  const [, time, weather, side] = said.exec(text) ?? []
  const timeOfDay = timesOfDay.find((one) => one === time)
  const sky = weathers.find((one) => one === weather)
  return timeOfDay && sky ? { timeOfDay, weather: sky, interior: side === 'inside' } : null
}
