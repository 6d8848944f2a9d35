import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { OpenStudio } from '@/studio/openStudio'
import type { MadeFilm } from './makeFilm'

/**
 * The rear-view mirror as pictures: for every cut that stays in one scene of the screenplay, the last picture before it
 * beside the first one after it, named after the clip that begins there.
 */
export const writeMirrors = async ({ studio, made, out }: { studio: OpenStudio; made: MadeFilm; out: string }): Promise<void> => {
  const folder = join(out, 'continuity')
  await mkdir(folder, { recursive: true })
  const { scenes } = made.film.cut
  for (const [i, now] of scenes.entries()) {
    const before = scenes[i - 1]
    if (!before || before.scene.sceneNumber !== now.scene.sceneNumber) continue
    if (before.scene.heading !== now.scene.heading) continue
    const clipName = String(now.scene.clipName)
    await studio.desk.mirror(
      [
        { name: before.conformed.shot.lastFrame.name, caption: `${String(before.scene.clipName)}  last` },
        { name: now.conformed.shot.picture.name, caption: `${clipName}  first` },
      ],
      join(folder, `${basename(clipName)}.jpg`),
    )
  }
} // prettier-ignore
