import type { Weather } from '@/domain/scene/vocabulary'

const veiling = new Set<Weather>(['rainy', 'stormy', 'snowy', 'foggy'])

/** Something falls or hangs between the camera and the place. */
export const isVeiled = (weather: Weather): boolean => veiling.has(weather)
