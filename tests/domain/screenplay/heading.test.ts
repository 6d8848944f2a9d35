import { describe, expect, it } from 'vitest'
import { parseHeading } from '@/domain/screenplay/heading'

type Row = [heading: string, intExt: string, location: string, timeOfDay: string | null, timeAsWritten: string]

const rows: Row[] = [
  ['INT. LIGHTHOUSE KITCHEN - NIGHT', 'INT', 'LIGHTHOUSE KITCHEN', 'night', 'NIGHT'],
  ["INT. ANNA'S KITCHEN - LATER - NIGHT", 'INT', "ANNA'S KITCHEN", 'night', 'LATER - NIGHT'],
  ['EXT. CLIFF - MORNING', 'EXT', 'CLIFF', 'morning', 'MORNING'],
  ['EXT. HARBOUR STREET - EVENING', 'EXT', 'HARBOUR STREET', 'evening', 'EVENING'],
  ['EXT. SEA - DAWN', 'EXT', 'SEA', 'dawn', 'DAWN'],
  ['EXT. SEA - DAY', 'EXT', 'SEA', 'noon', 'DAY'],
  ['EXT. SEA - DUSK', 'EXT', 'SEA', 'twilight', 'DUSK'],
  ['EXT. SEA - SUNSET', 'EXT', 'SEA', 'evening', 'SUNSET'],
  ['EXT. SEA - MAGIC HOUR', 'EXT', 'SEA', 'evening', 'MAGIC HOUR'],
  ['INT. BAR - LATE AFTERNOON', 'INT', 'BAR', 'afternoon', 'LATE AFTERNOON'],
  ['INT. BAR - MIDNIGHT', 'INT', 'BAR', 'night', 'MIDNIGHT'],
  ['INT. BAR - CONTINUOUS', 'INT', 'BAR', null, 'CONTINUOUS'],
  ['INT. BAR - MOMENTS LATER', 'INT', 'BAR', null, 'MOMENTS LATER'],
  ['INT. BAR - SAME TIME', 'INT', 'BAR', null, 'SAME TIME'],
  ['INT. BAR - TWO DAYS LATER', 'INT', 'BAR', null, 'TWO DAYS LATER'],
  ['INT. BAR - THE NEXT DAY - MORNING', 'INT', 'BAR', 'morning', 'THE NEXT DAY - MORNING'],
  ['INT. BAR - LATER THAT NIGHT', 'INT', 'BAR', 'night', 'LATER THAT NIGHT'],
  ['INT. BAR - 3 AM', 'INT', 'BAR', 'night', '3 AM'],
  ['INT. BAR - 12:30 P.M.', 'INT', 'BAR', 'noon', '12:30 P.M.'],
  ['INT. BAR - 18 UHR', 'INT', 'BAR', 'evening', '18 UHR'],
  ['INT. BAR', 'INT', 'BAR', null, ''],
  ['INT. HOUSE - KITCHEN - NIGHT', 'INT', 'HOUSE - KITCHEN', 'night', 'NIGHT'],
  ['INT. HOUSE - KITCHEN', 'INT', 'HOUSE - KITCHEN', null, ''],
  ['INT. HOUSE - DAY ROOM', 'INT', 'HOUSE - DAY ROOM', null, ''],
  ['INT. NIGHT CLUB - DAY', 'INT', 'NIGHT CLUB', 'noon', 'DAY'],
  ['EXT. PARIS - NIGHT - RAIN', 'EXT', 'PARIS', 'night', 'NIGHT'],
  ['INT. HOUSE - DAY (FLASHBACK)', 'INT', 'HOUSE', 'noon', 'DAY (FLASHBACK)'],
  ['INT. HOUSE (NIGHT)', 'INT', 'HOUSE', 'night', 'NIGHT'],
  ['INT. HOUSE, NIGHT', 'INT', 'HOUSE', 'night', 'NIGHT'],
  ['INT. HOUSE. NIGHT', 'INT', 'HOUSE', 'night', 'NIGHT'],
  ['INT HOUSE NIGHT', 'INT', 'HOUSE', 'night', 'NIGHT'],
  ['INT. HOUSE — NIGHT', 'INT', 'HOUSE', 'night', 'NIGHT'],
  ['INT. HOUSE -- NIGHT', 'INT', 'HOUSE', 'night', 'NIGHT'],
  ['INT. HOUSE -NIGHT', 'INT', 'HOUSE', 'night', 'NIGHT'],
  ['INT. DREI-KÖNIGS-WIRTSHAUS - NACHT', 'INT', 'DREI-KÖNIGS-WIRTSHAUS', 'night', 'NACHT'],
  ['INT./EXT. CAR - DAY', 'INT_EXT', 'CAR', 'noon', 'DAY'],
  ['INT/EXT CAR - DAY', 'INT_EXT', 'CAR', 'noon', 'DAY'],
  ['I/E. CAR - DAY', 'INT_EXT', 'CAR', 'noon', 'DAY'],
  ['EST. HARBOUR - DAY', 'EST', 'HARBOUR', 'noon', 'DAY'],
  ['THE HARBOUR - DAY', 'NONE', 'THE HARBOUR', 'noon', 'DAY'],
  ['int. house - day', 'INT', 'house', 'noon', 'day'],
  ['**INT. HOUSE - _DAY_**', 'INT', 'HOUSE', 'noon', 'DAY'],
  ['INNEN. KÜCHE – TAG', 'INT', 'KÜCHE', 'noon', 'TAG'],
  ['AUSSEN. HAFEN - MORGENDÄMMERUNG', 'EXT', 'HAFEN', 'dawn', 'MORGENDÄMMERUNG'],
  ['INNEN/AUSSEN. AUTO - SPÄTER', 'INT_EXT', 'AUTO', null, 'SPÄTER'],
  ['INT. CUISINE - APRÈS-MIDI', 'INT', 'CUISINE', 'afternoon', 'APRÈS-MIDI'],
  ['EXT. PORT - CRÉPUSCULE', 'EXT', 'PORT', 'twilight', 'CRÉPUSCULE'],
  ['INT. COCINA - NOCHE', 'INT', 'COCINA', 'night', 'NOCHE'],
  ['INT. COCINA - MÁS TARDE', 'INT', 'COCINA', null, 'MÁS TARDE'],
  ['EXT. PLAYA - MAÑANA', 'EXT', 'PLAYA', 'morning', 'MAÑANA'],
  ['EXT. DAWN', 'EXT', '', 'dawn', 'DAWN'],
  ['', 'NONE', '', null, ''],
]

describe('a scene heading', () => {
  it.each(rows)('%s', (...row) => {
    const [heading, intExt, location, timeOfDay, timeAsWritten] = row
    expect(parseHeading(heading)).toEqual({ intExt, location, timeOfDay, timeAsWritten })
  })
})
