import { rename, rm } from 'node:fs/promises'
import sharp from 'sharp'
import { canonical } from '@/domain/canonical'
import type { OwnFile } from '../spec/ownFile'
import type { ImageModel, PictureRequest } from '../spec/pictures'
import { drawBoard, type Board } from './board'
import { drawCharacterView } from './figures/drawCharacterView'
import { enrolPortraits } from './own/ownPortraits'
import { drawPropReference } from './props/drawPropReference'
import { hash32 } from './random'
import type { Raster } from './pixels'

/** The built-in board artist: places, people and things as paper-cut pictures, drawn from the staging, never from words.
 *  A layer shows the staging so far, framed for all of it, so that layers lie on each other. PNG, the same request gives the same bytes. */
export const previsImages = (): ImageModel => ({
  id: 'previs-boards',
  version: '4',
  make: async (request, { file, signal }) => {
    signal.throwIfAborted()
    const { width, height, data } = await pictureOf(request)
    signal.throwIfAborted()
    const channels = data.length === width * height * 3 ? 3 : 4
    const part = `${file}.${String(process.pid)}-${hash32(canonical(request)).toString(36)}.part`
    try {
      await sharp(data, { raw: { width, height, channels } })
        .removeAlpha()
        .png({ compressionLevel: 4, adaptiveFiltering: false })
        .toFile(part)
      await rename(part, file)
    } finally {
      await rm(part, { force: true })
    }
    return { width, height }
  },
})

type View = Extract<PictureRequest['subject'], { kind: 'view' }>

const viewOf = async (
  { look, view, portrait }: View,
  { own, ...size }: Pick<PictureRequest, 'width' | 'height'> & { own: OwnFile[] },
): Promise<Raster> => {
  await enrolPortraits([portrait], own)
  return drawCharacterView({ look, view, ...(portrait ? { portrait } : {}), ...size })
}

const pictureOf = ({ subject, width, height, own = [] }: PictureRequest): Promise<Board | Raster> => {
  switch (subject.kind) {
    case 'place':
      return drawBoard({ ...subject.staging, width, height }, { shown: [], own })
    case 'layer':
      return drawBoard({ ...subject.staging, width, height }, { shown: subject.shown ?? null, own })
    case 'view':
      return viewOf(subject, { width, height, own })
    case 'prop':
      return drawPropReference({ noun: subject.noun, width, height })
  }
}
