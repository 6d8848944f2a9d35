/** Every kind of place the department can build. */
export type Archetype =
  | 'street' | 'harbour' | 'kitchen' | 'office' | 'forest' | 'beach' | 'desert' | 'train' | 'station' | 'spaceship'
  | 'rooftop' | 'bar' | 'hospital' | 'car' | 'mountain' | 'field' | 'church' | 'school' | 'apartment' | 'boat'
  | 'lighthouse' | 'cliff' | 'cave' | 'garden' | 'palace' | 'castle' | 'building' | 'shop' | 'prison' | 'lake' | 'theatre'
  | 'space' // prettier-ignore

type Entry = { archetype: Archetype; words: string; inside: boolean; outside: boolean; outsideAs?: Archetype }

/** Order decides: "harbour street" is a street, "kitchen of the lighthouse" a kitchen. `outsideAs`: what is seen from the street. */
const entries: Entry[] = [
  { archetype: 'street', inside: false, outside: true, words: 'street road alley alleyway avenue boulevard lane crossroads intersection sidewalk pavement plaza piazza square market marketplace bazaar souk downtown city town village quarter neighbourhood neighborhood suburb block passage highway motorway crossing corner' },
  { archetype: 'kitchen', inside: true, outside: false, outsideAs: 'building', words: 'kitchen kitchenette galley pantry scullery bakery cookhouse' },
  { archetype: 'rooftop', inside: false, outside: true, words: 'rooftop roof rooftops terrace balcony helipad' },
  { archetype: 'lighthouse', inside: false, outside: true, words: 'lighthouse beacon' },
  { archetype: 'prison', inside: true, outside: false, outsideAs: 'building', words: 'prison cell jail dungeon cellar basement bunker vault crypt gaol interrogation' },
  { archetype: 'bar', inside: true, outside: false, outsideAs: 'building', words: 'bar pub tavern saloon nightclub club cafe café coffeehouse coffee diner restaurant inn bistro cantina speakeasy brewery casino' },
  { archetype: 'hospital', inside: true, outside: false, outsideAs: 'building', words: 'hospital clinic ward infirmary surgery icu morgue sickroom sanatorium emergency' },
  { archetype: 'school', inside: true, outside: false, outsideAs: 'building', words: 'school classroom schoolroom university college lecture kindergarten academy schoolyard' },
  { archetype: 'church', inside: true, outside: false, outsideAs: 'building', words: 'church chapel cathedral temple monastery abbey altar nave mosque synagogue shrine' },
  { archetype: 'theatre', inside: true, outside: false, outsideAs: 'building', words: 'theatre theater stage cinema auditorium opera concert ballroom circus backstage' },
  { archetype: 'palace', inside: true, outside: false, outsideAs: 'castle', words: 'palace throne castle hall ballroom mansion manor fortress' },
  { archetype: 'spaceship', inside: true, outside: false, outsideAs: 'space', words: 'spaceship starship spacecraft shuttle cockpit airlock capsule orbiter rocket' },
  { archetype: 'spaceship', inside: true, outside: false, outsideAs: 'building', words: 'laboratory lab control-room' },
  { archetype: 'spaceship', inside: true, outside: false, words: 'bridge' },
  { archetype: 'space', inside: false, outside: true, words: 'space planet moon mars asteroid orbit crater' },
  { archetype: 'station', inside: true, outside: true, words: 'platform station railway tracks subway metro underground terminal' },
  { archetype: 'train', inside: true, outside: false, outsideAs: 'station', words: 'train carriage compartment wagon railcar tram bus coach locomotive plane airplane aeroplane aircraft' },
  { archetype: 'car', inside: true, outside: false, outsideAs: 'street', words: 'car taxi cab automobile van truck limousine limo pickup driveway dashboard vehicle' },
  { archetype: 'boat', inside: false, outside: true, words: 'boat ship deck ferry yacht sailboat trawler vessel raft galleon schooner open-sea' },
  { archetype: 'harbour', inside: false, outside: true, words: 'harbour harbor port pier quay dock docks wharf marina jetty waterfront shipyard embankment canal' },
  { archetype: 'cave', inside: true, outside: true, words: 'cave cavern grotto mine tunnel catacomb catacombs sewer lair' },
  { archetype: 'cliff', inside: false, outside: true, words: 'cliff cliffs precipice ledge headland bluff canyon gorge ravine promontory' },
  { archetype: 'desert', inside: false, outside: true, words: 'desert sahara dune oasis wasteland badlands mesa savanna savannah steppe caravan' },
  { archetype: 'beach', inside: false, outside: true, words: 'beach shore seashore coast seaside lagoon island sea ocean bay tideland surf' },
  { archetype: 'mountain', inside: false, outside: true, words: 'mountain mountains peak summit alps glacier ridge mountaintop slope tundra arctic hillside volcano pass' },
  { archetype: 'forest', inside: false, outside: true, words: 'forest woods wood woodland jungle grove thicket glade clearing swamp trees rainforest taiga' },
  { archetype: 'garden', inside: false, outside: true, words: 'garden park orchard backyard courtyard patio greenhouse playground cemetery graveyard yard vineyard lawn' },
  { archetype: 'lake', inside: false, outside: true, words: 'lake river pond riverside lakeside riverbank stream waterfall creek brook bridge' },
  { archetype: 'field', inside: false, outside: true, words: 'field meadow farm farmland countryside prairie plain pasture hill hills ranch battlefield wheat cornfield moor' },
  { archetype: 'castle', inside: false, outside: true, words: 'castle palace fortress citadel tower ruins rampart battlements' },
  { archetype: 'shop', inside: true, outside: false, outsideAs: 'street', words: 'shop store bookshop bookstore library boutique pharmacy museum gallery archive workshop garage supermarket antique toyshop barbershop barber warehouse factory forge attic' },
  { archetype: 'office', inside: true, outside: false, outsideAs: 'building', words: 'office boardroom bureau headquarters newsroom precinct police bank reception conference meeting workplace desk cubicle lobby agency courtroom' },
  { archetype: 'apartment', inside: true, outside: false, outsideAs: 'building', words: 'apartment flat living room lounge bedroom bathroom house home hotel motel hut cottage cabin dorm corridor hallway stairwell parlour parlor study nursery loft porch tent studio' },
  { archetype: 'building', inside: false, outside: true, words: 'building facade entrance gate doorway' },
] // prettier-ignore

const patterns = entries.map((entry) => ({
  ...entry,
  pattern: new RegExp(`(?<![\\p{L}])(?:${entry.words.split(' ').join('|')})(?:s|'s|’s)?(?![\\p{L}])`, 'iu'),
}))

/** Which set a place is built from. Reads the name first, the description only when the name says nothing.
 *  Falls back to a field outside and an apartment inside. */
export const archetypeOf = (place: { name: string; interior: boolean; description: string }): Archetype =>
  found(place.name, place.interior) ??
  found(firstSentence(place.description), place.interior) ??
  (place.interior ? 'apartment' : 'field')

/** Later sentences speak of light and mood, and of what lies beyond the windows. */
const firstSentence = (text: string): string => text.split(/[.;!?]/, 1)[0] ?? ''

const found = (text: string, interior: boolean): Archetype | undefined => {
  const said = patterns.filter(({ pattern }) => pattern.test(text))
  if (interior) return said.find(({ inside }) => inside)?.archetype
  return said.find(({ outside }) => outside)?.archetype ?? said.find(({ outsideAs }) => outsideAs)?.outsideAs
}
