import type { Staging } from '@/domain/scene/staging'
import type { OwnFile } from '../spec/ownFile'
import { openShot } from './shot'

/** Red, green, blue in rows from the top left. */
export type Board = { width: number; height: number; data: Buffer }

/** The still of a staging: exactly the first frame its clip will show, without the slate; only who comes in during the
 *  clip is there already. `shown`: only these people
 *  and things are there yet (none: the empty place), framed as the whole staging is.
 *  Out: packed RGB of the staging's size (even sides); the same staging gives the same bytes. About .5 s at 1280x720. */
export const drawBoard = async (
  staging: Staging,
  { shown = null, own = [] }: { shown?: readonly string[] | null; own?: readonly OwnFile[] } = {},
): Promise<Board> => {
  const shot = await openShot(staging, { fps: 24, frames: 1, mouths: [], slate: null, opening: null, shown, own })
  shot.draw(0)
  const data = shot.compositor.rgb()
  shot.compositor.close()
  return { width: staging.width, height: staging.height, data }
}
