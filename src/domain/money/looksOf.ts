/** Questions about one person, one thing, and the place with its light and weather. */
const each = { person: 8, prop: 1, place: 3 } as const

/** How many questions a judge is asked at most about one layer, the finished picture, and a picture of the clip. */
export const looksOf = ({ people, props }: { people: number; props: number }) => ({
  layer: each.person + 1, // and whether the light is still as it was
  picture: each.place + people * each.person + props * each.prop,
  clip: people + 2, // the place, and whether everybody is whole
})
