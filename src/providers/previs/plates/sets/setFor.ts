import type { Archetype } from '../archetypeOf'
import type { SetDrawing } from '../plate'
import type { Stage } from '../stage'
import { alley } from './alley'
import { apartment } from './apartment'
import { bar } from './bar'
import { bareStage } from './bareStage'
import { bathroom } from './bathroom'
import { beach } from './beach'
import { bedroom } from './bedroom'
import { boatDeck } from './boatDeck'
import { bridge } from './bridge'
import { building } from './building'
import { busStop } from './busStop'
import { car } from './car'
import { castle } from './castle'
import { cave } from './cave'
import { church } from './church'
import { cliff } from './cliff'
import { corridor } from './corridor'
import { desert } from './desert'
import { dining } from './dining'
import { field } from './field'
import { forest } from './forest'
import { garden } from './garden'
import { harbour } from './harbour'
import { hospital } from './hospital'
import { kitchen } from './kitchen'
import { lake } from './lake'
import { lighthouse } from './lighthouse'
import { lobby } from './lobby'
import { market } from './market'
import { mountain } from './mountain'
import { office } from './office'
import { palace } from './palace'
import { petrolStation } from './petrolStation'
import { pier } from './pier'
import { prison } from './prison'
import { rooftop } from './rooftop'
import { school } from './school'
import { shop } from './shop'
import { space } from './space'
import { spaceship } from './spaceship'
import { shipCabin } from './shipCabin'
import { stairwell } from './stairwell'
import { station } from './station'
import { stationHall } from './stationHall'
import { street } from './street'
import { theatre } from './theatre'
import { train } from './train'
import { waitingRoom } from './waitingRoom'

/** The builder of every kind of place. */
export const setFor: Record<Archetype, (stage: Stage) => SetDrawing> = {
  alley,
  apartment,
  bar,
  bathroom,
  beach,
  bedroom,
  boat: (stage) => (stage.light.interior ? shipCabin(stage) : boatDeck(stage)),
  bridge,
  building,
  busStop,
  car,
  castle,
  cave,
  church,
  cliff,
  corridor,
  desert,
  dining,
  field,
  forest,
  garden,
  harbour,
  hospital,
  kitchen,
  lake,
  lighthouse,
  lobby,
  market,
  mountain,
  office,
  palace,
  petrol: petrolStation,
  pier,
  prison,
  rooftop,
  school,
  shop,
  space,
  spaceship,
  stairwell,
  station: (stage) =>
    stage.light.interior && !stage.second && !/subway|metro|underground|platform|tracks/.test(stage.name)
      ? stationHall(stage)
      : station(stage),
  street,
  theatre: (stage) => (stage.second ? bareStage(stage) : theatre(stage)),
  train,
  waiting: waitingRoom,
}
