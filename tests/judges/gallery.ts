import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { turnaroundViews, type CharacterLook } from '@/domain/cast/look'
import type { Staging } from '@/domain/scene/staging'
import type { PlannedLayer, ShotPlan } from '@/pipeline/scene/planShot'
import { drawBoard } from '@/providers/previs/board'
import { drawCharacterView } from '@/providers/previs/figures/drawCharacterView'
import { drawPropReference } from '@/providers/previs/props/drawPropReference'

type Drawn = { data: Uint8Array; width: number; height: number }
export type Made = { asset: { name: string; sha256: string; mime: string; bytes: number } }

/** A folder of PNG files: what the art department would have made, each drawn once. */
export const galleryIn = (folder: string) => {
  const file = (name: string) => join(folder, name)
  const save = async (name: string, { data, width, height }: Drawn): Promise<Made> => {
    const channels = data.length === width * height * 3 ? 3 : 4
    await sharp(data, { raw: { width, height, channels } })
      .removeAlpha()
      .png({ compressionLevel: 1, adaptiveFiltering: false })
      .toFile(file(name))
    return { asset: { name, sha256: name, mime: 'image/png', bytes: 1 } }
  }
  const picture = async (name: string, staging: Staging, shown: readonly string[] | null): Promise<Made> =>
    save(name, await drawBoard(staging, { shown }))
  /** Everybody from six sides. */
  const enrolCast = async (
    cast: readonly { name: string; look: CharacterLook }[],
    nameOf: (who: string, view: string) => string,
  ) => {
    for (const { name, look } of cast)
      for (const view of turnaroundViews)
        await save(nameOf(name, view), await drawCharacterView({ look, view, width: 320, height: 480 }))
  }
  const enrolPlace = async (name: string, staging: Staging) => {
    if (existsSync(file(name))) return
    await picture(name, { ...staging, timeOfDay: 'noon', weather: 'clear', shotSize: 'wide', angle: 'eye_level', movement: 'static', people: [], props: [], crowd: 0 }, []) // prettier-ignore
  }
  const enrolProp = async (noun: string) => {
    const name = `prop ${noun}.png`
    if (!existsSync(file(name))) await save(name, await drawPropReference({ noun, width: 320, height: 320 }))
  }
  /** The layers of a plan, one file each; `from`: layers that are made already. */
  const layersOf = async (id: string, { staging, layers }: ShotPlan, from: Made[] = []): Promise<Made[]> => {
    const made = [...from]
    for (const layer of layers.slice(from.length))
      made.push(await picture(`${id} ${String(layer.index)}.png`, staging, shownBy(layer)))
    return made
  }
  return { file, save, picture, enrolCast, enrolPlace, enrolProp, layersOf }
}

export const shownBy = ({ staging: { people, props } }: PlannedLayer): string[] => [
  ...people.map((one) => one.name),
  ...props.map((one) => one.noun),
]
