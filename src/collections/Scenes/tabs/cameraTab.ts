import type { Tab } from 'payload'
import { angles, depthsOfField, movements, movementSpeeds, shotSizes } from '@/domain/scene/vocabulary'
import { choice } from '../../fields/choice'
import { figure } from '../../fields/figure'
import { line, prose } from '../../fields/words'

const directions = ['left_to_right', 'right_to_left'] as const

/** How the camera sees it. */
export const cameraTab: Tab = {
  label: 'Camera',
  admin: { description: 'Empty means: the shot agent decides.' },
  fields: [
    choice('angle', angles),
    choice('shotSize', shotSizes),
    choice('movement', movements),
    choice('movementSpeed', movementSpeeds),
    figure('lensMm', { min: 8, max: 800, description: 'Millimetres, full frame.' }),
    line('aperture', 'For example f/2.8.'),
    choice('depthOfField', depthsOfField),
    prose('framing', undefined, 2),
    prose('composition', undefined, 2),
    line('focusOn', 'The character or thing the frame is about; empty: the place.'),
    choice('screenDirection', directions),
    line('eyeline', 'Whom or what the look goes to.'),
    figure('cameraHeightM', { min: 0, max: 500, step: 0.1, description: 'Metres over the ground.' }),
    figure('horizonTiltDeg', { min: -90, max: 90, description: 'Degrees.' }),
  ],
}
