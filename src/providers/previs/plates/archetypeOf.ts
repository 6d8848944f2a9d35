/** Every kind of place the department can build. */
export type Archetype =
  | 'street' | 'harbour' | 'kitchen' | 'office' | 'forest' | 'beach' | 'desert' | 'train' | 'station' | 'spaceship'
  | 'rooftop' | 'bar' | 'hospital' | 'car' | 'mountain' | 'field' | 'church' | 'school' | 'apartment' | 'boat'
  | 'lighthouse' | 'cliff' | 'cave' | 'garden' | 'palace' | 'castle' | 'building' | 'shop' | 'prison' | 'lake' | 'theatre'
  | 'space' | 'waiting' | 'stairwell' | 'corridor' | 'alley' | 'market' | 'pier' | 'bedroom' | 'bathroom' | 'lobby' | 'bridge' | 'busStop' | 'petrol' | 'dining' // prettier-ignore

type Entry = { archetype: Archetype; words: string; inside: boolean; outside: boolean; outsideAs?: Archetype }

/** A hyphen stands for a space, a hyphen or nothing. Of two entries with one word the first that fits wins.
 *  `outsideAs`: what is seen of it from the street. */
const entries: Entry[] = [
  { archetype: 'corridor', inside: true, outside: false, outsideAs: 'building', words: 'corridor hallway passage passageway hall elevator lift vestibule' },
  { archetype: 'alley', inside: false, outside: true, words: 'alley alleyway back-street back-alley side-alley side-street passage passageway' },
  { archetype: 'waiting', inside: true, outside: false, outsideAs: 'building', words: 'waiting-room waiting-area waiting-hall departure-lounge' },
  { archetype: 'stairwell', inside: true, outside: false, outsideAs: 'building', words: 'stairwell staircase stairway stair steps landing' },
  { archetype: 'market', inside: false, outside: true, words: 'market marketplace market-place market-square market-street market-hall market-stall bazaar souk' },
  { archetype: 'pier', inside: false, outside: true, words: 'pier jetty landing-stage boat-landing ferry-landing boardwalk' },
  { archetype: 'bedroom', inside: true, outside: false, outsideAs: 'building', words: "bedroom bed-room hotel-room motel-room guest-room dorm dormitory nursery bunk-room dressing-room s-room" },
  { archetype: 'bathroom', inside: true, outside: false, outsideAs: 'building', words: 'bathroom bath-room toilet restroom rest-room washroom lavatory shower shower-room' },
  { archetype: 'lobby', inside: true, outside: false, outsideAs: 'building', words: 'lobby foyer reception entrance-hall town-hall hotel' },
  { archetype: 'busStop', inside: false, outside: true, words: 'bus-stop bus-shelter tram-stop' },
  { archetype: 'petrol', inside: false, outside: true, words: 'petrol-station gas-station filling-station service-station truck-stop' },
  { archetype: 'bridge', inside: false, outside: true, words: 'bridge footbridge viaduct overpass' },
  { archetype: 'dining', inside: true, outside: false, outsideAs: 'building', words: 'dining-room dining-hall breakfast-room' },
  { archetype: 'street', inside: false, outside: true, words: 'street road avenue boulevard lane crossroads intersection sidewalk pavement plaza piazza square downtown city town village quarter neighbourhood neighborhood suburb block highway motorway crossing corner car-park parking-lot parking' },
  { archetype: 'kitchen', inside: true, outside: false, outsideAs: 'building', words: 'kitchen kitchenette galley pantry scullery bakery cookhouse' },
  { archetype: 'rooftop', inside: false, outside: true, words: 'rooftop roof rooftops terrace balcony helipad' },
  { archetype: 'lighthouse', inside: false, outside: true, words: 'lighthouse beacon' },
  { archetype: 'prison', inside: true, outside: false, outsideAs: 'building', words: 'prison cell jail dungeon cellar basement bunker vault crypt gaol interrogation' },
  { archetype: 'bar', inside: true, outside: false, outsideAs: 'building', words: 'bar pub tavern saloon nightclub club cafe café coffeehouse coffee diner restaurant inn bistro cantina speakeasy brewery casino' },
  { archetype: 'hospital', inside: true, outside: false, outsideAs: 'building', words: 'hospital clinic ward infirmary surgery icu morgue sickroom sanatorium emergency operating-room operating-theatre' },
  { archetype: 'school', inside: true, outside: false, outsideAs: 'building', words: 'school classroom schoolroom university college lecture kindergarten academy schoolyard' },
  { archetype: 'church', inside: true, outside: false, outsideAs: 'building', words: 'church chapel cathedral temple monastery abbey altar nave mosque synagogue shrine' },
  { archetype: 'theatre', inside: true, outside: false, outsideAs: 'building', words: 'theatre theater stage cinema auditorium opera concert concert-hall ballroom circus backstage' },
  { archetype: 'palace', inside: true, outside: false, outsideAs: 'castle', words: 'palace throne castle great-hall throne-hall banquet-hall ballroom mansion manor fortress' },
  { archetype: 'spaceship', inside: true, outside: false, outsideAs: 'space', words: 'spaceship starship spacecraft shuttle cockpit airlock capsule orbiter rocket space-station' },
  { archetype: 'spaceship', inside: true, outside: false, outsideAs: 'building', words: 'laboratory lab control-room server-room' },
  { archetype: 'spaceship', inside: true, outside: false, words: 'bridge' },
  { archetype: 'space', inside: false, outside: true, words: 'space planet moon mars asteroid orbit crater' },
  { archetype: 'station', inside: true, outside: true, words: 'platform station railway tracks subway metro underground terminal' },
  { archetype: 'train', inside: true, outside: false, outsideAs: 'street', words: 'bus coach tram streetcar' },
  { archetype: 'train', inside: true, outside: false, outsideAs: 'station', words: 'train carriage compartment wagon railcar locomotive plane airplane aeroplane aircraft' },
  { archetype: 'car', inside: true, outside: false, outsideAs: 'street', words: 'car taxi cab automobile van truck limousine limo pickup lorry ambulance driveway dashboard vehicle' },
  { archetype: 'boat', inside: true, outside: true, words: 'boat ship deck ferry yacht sailboat trawler vessel raft galleon schooner open-sea' },
  { archetype: 'harbour', inside: false, outside: true, words: 'harbour harbor port quay dock wharf marina waterfront shipyard embankment canal' },
  { archetype: 'cave', inside: true, outside: true, words: 'cave cavern grotto mine tunnel catacomb catacombs sewer lair' },
  { archetype: 'cliff', inside: false, outside: true, words: 'cliff cliffs precipice ledge headland bluff canyon gorge ravine promontory' },
  { archetype: 'desert', inside: false, outside: true, words: 'desert sahara dune oasis wasteland badlands mesa savanna savannah steppe caravan' },
  { archetype: 'beach', inside: false, outside: true, words: 'beach shore seashore coast seaside lagoon island sea ocean bay tideland surf' },
  { archetype: 'mountain', inside: false, outside: true, words: 'mountain mountains peak summit alps glacier ridge mountaintop slope tundra arctic hillside volcano pass' },
  { archetype: 'forest', inside: false, outside: true, words: 'forest woods wood woodland jungle grove thicket glade clearing swamp trees rainforest taiga' },
  { archetype: 'garden', inside: false, outside: true, words: 'garden park park-bench orchard backyard courtyard patio greenhouse playground cemetery graveyard yard vineyard lawn' },
  { archetype: 'lake', inside: false, outside: true, words: 'lake river river-bank pond riverside lakeside riverbank stream waterfall creek brook' },
  { archetype: 'field', inside: false, outside: true, words: 'field country meadow farm farmland countryside prairie plain pasture hill hills ranch battlefield wheat cornfield moor' },
  { archetype: 'castle', inside: false, outside: true, words: 'castle palace fortress citadel tower ruins rampart battlements' },
  { archetype: 'shop', inside: true, outside: false, outsideAs: 'street', words: 'shop store bookshop bookstore library boutique pharmacy museum gallery archive workshop garage supermarket antique toyshop barbershop barber warehouse factory forge attic' },
  { archetype: 'shop', inside: true, outside: false, outsideAs: 'building', words: 'fire-station power-station gas-station petrol-station filling-station service-station market market-hall' },
  { archetype: 'office', inside: true, outside: false, outsideAs: 'building', words: 'office boardroom board-room bureau headquarters newsroom precinct police police-station radio-station bank conference meeting meeting-room workplace desk cubicle agency court court-room' },
  { archetype: 'apartment', inside: true, outside: false, outsideAs: 'building', words: 'living-room sitting-room drawing-room apartment flat living room lounge house home motel hut cottage cabin parlour parlor study loft porch tent studio' },
  { archetype: 'building', inside: false, outside: true, words: 'building facade entrance gate doorway' },
] // prettier-ignore

/** What stands anywhere and says little: the word beside it decides, and only without one this. */
const weak = new Set('room hall house home hut cottage cabin apartment flat hotel motel studio building entrance gate doorway facade corner block stage desk city town village quarter downtown road lane highway motorway crossroads passage steps space stream plain'.split(' ')) // prettier-ignore

/** After these begins what the place belongs to… */
const belonging = /(?<!\p{L})(?:of|in|inside|at|on|aboard|with)(?!\p{L})/iu
/** …and after these what it only stands by. */
const beside = /(?<!\p{L})(?:above|by|near|behind|under|below|beneath|beside|over|outside|opposite|across|along|through|to|from|before|between|against|facing)(?!\p{L})/iu // prettier-ignore

const patterns = entries.map((entry) => {
  const words = entry.words.split(' ').sort((a, b) => b.length - a.length).map((word) => word.replaceAll('-', '[ -]?')) // prettier-ignore
  return { ...entry, pattern: new RegExp(`(?<![\\p{L}])(${words.join('|')})(?:s|'s|’s)?(?![\\p{L}])`, 'giu') }
})

type Named = { entry: Entry; from: number; to: number; weak: boolean }

/** Which set a place is built from: the last telling word before "of", "by", "above" and their like. Reads the name
 *  first, the description only when the name says nothing. Falls back to a field outside and an apartment inside. */
export const archetypeOf = ({ name, interior, description }: Place): Archetype => {
  const first = firstSentence(description)
  const key = `${String(interior)}\n${name}\n${first}`
  const archetype =
    read.get(key) ?? found(name, interior) ?? found(first, interior) ?? (interior ? 'apartment' : 'field')
  if (read.size < placesKept) read.set(key, archetype)
  return archetype
}

type Place = { name: string; interior: boolean; description: string }

/** What was read already: looking at a name with all patterns takes about 25 ms, and every layer of a picture asks. */
const read = new Map<string, Archetype>()
const placesKept = 2000

/** Later sentences speak of light and mood, and of what lies beyond the windows. */
const firstSentence = (text: string): string => text.split(/[.;!?]/, 1)[0] ?? ''

const found = (text: string, interior: boolean): Archetype | undefined => {
  const [own = '', ...around] = text.split(beside)
  const parts = own.split(belonging)
  return interior
    ? (firstOf(parts.map(insideOf)) ?? firstOf(around.map(insideOf)))
    : firstOf([...parts, ...around.flatMap((part) => part.split(belonging))].map(outsideOf))
}

type Reading = { telling: Archetype | undefined; vague: Archetype | undefined }

/** The first part that tells something, else the first that says anything. */
const firstOf = (readings: Reading[]): Archetype | undefined =>
  readings.find(({ telling }) => telling)?.telling ?? readings.find(({ vague }) => vague)?.vague

const insideOf = (part: string): Reading => {
  const named = namedIn(part, ({ inside }) => inside)
  return { telling: named.findLast((one) => !one.weak)?.entry.archetype, vague: named.at(-1)?.entry.archetype }
}

/** What lies in the open goes before a house seen from the street: "beach bar" is a beach. */
const outsideOf = (part: string): Reading => {
  const open = namedIn(part, ({ outside }) => outside)
  const fronts = namedIn(part, ({ outside, outsideAs }) => !outside && outsideAs !== undefined)
  const telling = (list: Named[]) => list.findLast((one) => !one.weak)?.entry
  return {
    telling: telling(open)?.archetype ?? telling(fronts)?.outsideAs,
    vague: open.at(-1)?.entry.archetype ?? fronts.at(-1)?.entry.outsideAs,
  }
}

/** The words of a text that name a kind of place, in their order; a word inside a longer name ("car park") is not one. */
const namedIn = (part: string, fits: (entry: Entry) => boolean): Named[] => {
  const all = patterns.flatMap(
    (entry) =>
    [...part.matchAll(entry.pattern)].map((hit): Named => ({ entry, from: hit.index, to: hit.index + hit[0].length, weak: weak.has((hit[1] ?? '').toLowerCase()) })), // prettier-ignore
  )
  const longest = all.filter((one) => !all.some((other) => other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from)) // prettier-ignore
  const kept = longest.filter(({ entry }) => fits(entry))
  return kept.filter((one, i) => kept.findIndex(({ from }) => from === one.from) === i).sort((a, b) => a.from - b.from)
}
