import type { Staging } from '@/domain/scene/staging'
import { openShot } from './shot'

/** Red, green, blue in rows from the top left. */
export type Board = { width: number; height: number; data: Buffer }

/** The still of a staging: exactly the first frame its clip will show, without the slate; `bare` leaves out everybody and everything but the place.
 *  Out: packed RGB of the staging's size (even sides); the same staging gives the same bytes. About .5 s at 1280x720. */
export const drawBoard = async (staging: Staging, { bare = false }: { bare?: boolean } = {}): Promise<Board> => {
  const shot = await openShot(staging, { fps: 24, frames: 1, mouths: [], slate: null, opening: null, bare })
  shot.draw(0)
  return { width: staging.width, height: staging.height, data: shot.compositor.rgb() }
}
