/** Where the small picture of a file of the library is: 320 × 180, made when it is first asked for. */
export const thumbOf = (filename: string): string => `/api/media/file/${filename}?size=small`
