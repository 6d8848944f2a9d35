import type { Stop } from './stops'

/** The page of the tour: a heading, a caption and a picture for each stop. */
export const tourPage = (stops: readonly Stop[]): string =>
  [
    '# The studio in twelve pictures',
    'This page is made by `npm run tour`: it starts the studio, makes the example film where it is not there yet, and takes every picture from the running program. Captions and order stand in `bench/tour/stops.ts`; change them there, not here.',
    ...stops.flatMap(({ name, title, caption, width }, at) => [
      `## ${String(at + 1)} · ${title}`,
      caption,
      width === undefined
        ? `![${title}](pictures/tour/${name}.webp)`
        : `<img src="pictures/tour/${name}.webp" alt="${title}" width="${String(width)}">`,
    ]),
    'How the film itself is made: [ARCHITECTURE.md](../ARCHITECTURE.md). The same by HTTP: [api.md](api.md). Talking about a film: [review.md](review.md).',
  ].join('\n\n') + '\n' // prettier-ignore
