/**
 * Fields of a scene, and of its lines, that only say where it stands or who wrote it. They move when something else is
 * inserted before it, so a step may read them, but nothing is made again because of them alone.
 */
export const placeInFilm = [
  'sequenceNumber', 'sceneNumber', 'shotNumber', 'clipName', 'fromLine', 'toLine', 'sourceLine', 'edited',
] as const // prettier-ignore
