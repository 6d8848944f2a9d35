import { describe, expect, it } from 'vitest'
import { passingIn } from '@/domain/scene/vehicleIn'

describe('a vehicle in the text', () => {
  it('passes where the action says that it does', () => {
    expect(passingIn('Anna waits. A black car slowly drives past.')).toBe('car')
    expect(passingIn('The bus rolls off.')).toBe('bus')
    expect(passingIn('A taxi passes.')).toBe('taxi')
  })

  it('stands where nothing is said of it', () => {
    expect(passingIn('She leans on the car. Vance passes her a letter.')).toBeNull()
    expect(passingIn('He drives a nail into the wall.')).toBeNull()
  })
})
