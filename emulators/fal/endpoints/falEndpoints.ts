import type { FalEndpoint } from '../endpoint'
import { falPictures } from './pictures'

/** Every endpoint by its id. */
export const falEndpoints: ReadonlyMap<string, FalEndpoint> = new Map([...falPictures].map((one) => [one.id, one]))
