import type { Moment } from '@/domain/grammar/moment'
import { screenSides } from '@/domain/grammar/screenSides'

/** A quiet moment in the middle of a kitchen scene; a test says what is different. */
export const aMoment = (different: Partial<Moment> = {}): Moment => ({
  place: { intExt: 'INT', timeOfDay: 'noon', weather: 'clear', location: 'KITCHEN' },
  opensFilm: false,
  opensHeading: false,
  newPlace: false,
  progress: 0.5,
  action: '',
  words: '',
  manner: '',
  speakers: [],
  voices: [],
  named: [],
  deeds: new Map(),
  here: ['MARA', 'TOM'],
  partner: '',
  sides: screenSides(['MARA', 'TOM']),
  about: '',
  exchanges: 3,
  pressure: 0.4,
  tension: 0.4,
  emotions: [],
  pacing: 'medium',
  ...different,
})

export const outside = { intExt: 'EXT', timeOfDay: 'noon', weather: 'clear', location: 'CLIFF' } as const

/** Action that MARA does. */
export const maraDoes = (action: string): Partial<Moment> => ({
  action,
  named: ['MARA'],
  deeds: new Map([['MARA', action]]),
})

export const maraSays = (words: string): Partial<Moment> => ({ words, speakers: ['MARA'], partner: 'TOM' })
