/** Where the media programs are and what they can do, found once by host/ffmpeg. */
export type MediaToolPaths = {
  ffmpeg: string
  ffprobe: string
  /** Names that `ffmpeg -filters` and `-encoders` list. */
  filters: ReadonlySet<string>
  encoders: ReadonlySet<string>
  /** `-fps_mode` exists (5.1 and later), else `-vsync`. */
  fpsMode: boolean
}
