export type VehicleKind = 'car' | 'taxi' | 'van' | 'bus'

/** Which vehicle words speak of; null when of none. */
export const vehicleIn = (words: string): VehicleKind | null => {
  if (/\b(bus|coach|tram|streetcar)(es|s)?\b/i.test(words)) return 'bus'
  if (/\b(taxi|cab)s?\b/i.test(words)) return 'taxi'
  if (/\b(van|truck|lorry|ambulance|pickup)s?\b/i.test(words)) return 'van'
  return /\b(cars?|automobile|limousine|limo|sedan|vehicle|cruiser)\b/i.test(words) ? 'car' : null
}

const passes =
  /\b(?:car|taxi|cab|van|truck|lorry|ambulance|pickup|bus|coach|tram|limousine|limo|sedan|vehicle|cruiser)s?\b(?: \w+){0,3} (?:pass|passes|passing|drives?|driving|speeds?|races?|rolls?|rushes|roars?|rumbles?|splashes|goes by|tears)\b/i

/** The vehicle that drives past in an action ("A car passes", "The bus drives off"); null when none does. */
export const passingIn = (action: string): VehicleKind | null => {
  const found = passes.exec(action)?.[0]
  return found ? vehicleIn(found) : null
}
