import type { SetDrawing } from '../plate'
import type { Stage } from '../stage'
import { avenue } from './avenue'
import { square } from './square'

/** A street of the old town: houses across the end (first set), or running away from the lens (second set). */
export const street = (stage: Stage): SetDrawing => (stage.second ? avenue(stage) : square(stage))
