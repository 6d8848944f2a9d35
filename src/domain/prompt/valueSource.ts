/** Where a value of a prompt comes from: the kind of document, its name where there are several, and its field. */
export type ValueSource = {
  of: 'scene' | 'style' | 'location' | 'character' | 'prop' | 'studio'
  name: string
  field: string
}

const ofScene: Record<string, string> = {
  place: 'location', interior: 'intExt', time_of_day: 'timeOfDay', weather: 'weather', shot_size: 'shotSize', angle: 'angle', movement: 'movement',
  framing: 'framing', camera: 'shotSize', camera_move: 'movement', composition: 'composition', room: 'blocking', lens: 'lensMm', light: 'lightType',
  palette: 'palette', dressing: 'setDressing', atmosphere: 'atmosphere', mood: 'dramaticEffect', eyeline: 'eyeline', action: 'action', doing: 'action',
  pace: 'pacing', people: 'blocking', dialogue: 'dialogue', seconds: 'frames', position: 'blocking', pose: 'blocking', view: 'blocking',
  emotion: 'emotions', holds: 'props', wears: 'costumes', prop: 'props', prop_state: 'props', prop_place: 'props',
} // prettier-ignore

/** The document and field a variable of a layer about `subject` is told by. */
export const valueSource = (variable: string, subject: string, { ownStyle = false } = {}): ValueSource => {
  if (variable === 'style') return { of: ownStyle ? 'scene' : 'style', name: '', field: 'styleCapsule' }
  if (variable === 'place_description') return { of: 'location', name: '', field: 'description' }
  if (variable === 'look' || variable === 'name') return { of: 'character', name: subject, field: variable }
  const field = ofScene[variable]
  return field === undefined ? { of: 'studio', name: '', field: variable } : { of: 'scene', name: '', field }
} // prettier-ignore
