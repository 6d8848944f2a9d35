import type { Source } from './download'
import type { PictureFormat } from './drawPicture'
import type { SoundFormat } from './playSound'

export type Size = { width: number; height: number }

/** What an endpoint makes of an input, in the words of whoever draws and plays it. */
export type Making =
  | {
      is: 'picture'
      /** `asBase`: the base's shape, at about a megapixel. */
      size: Size | 'asBase'
      format: PictureFormat
      words: string
      count: number
      /** What an edit begins with; the first is drawn on, the others only have to be readable. */
      bases: Source[]
    }
  | {
      is: 'clip'
      start: Source | null
      end: Source | null
      /** A size, or the start picture's shape with this short side. */
      size: Size | { shortSide: number }
      fps: number
      seconds: number
      sound: boolean
      words: string
    }
  | { is: 'speech'; text: string; voice: string; speed: number; format: SoundFormat }
  | { is: 'music'; words: string; seconds: number; format: SoundFormat }
  | { is: 'upscaled'; base: Source; factor: number; format: PictureFormat }
  | { is: 'words'; question: string; looksAt: Source[]; schema?: unknown }

/** A file as it lies on the CDN. */
export type MadeFile = {
  url: string
  type: string
  name: string
  bytes: number
  width?: number
  height?: number
  seconds?: number
  fps?: number
}

/** What came out: files, or words. */
export type MadeThing = { files: MadeFile[]; text: string }
