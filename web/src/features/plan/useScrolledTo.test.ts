import { expect, it } from 'vitest'
import { countWhile } from './useScrolledTo'

it('counts what comes first, asking few', () => {
  for (let length = 0; length <= 40; length++) {
    for (let met = 0; met <= length; met++) {
      let asked = 0
      const count = countWhile(length, (index) => {
        asked += 1
        return index < met
      })
      expect(count).toBe(met)
      expect(asked).toBeLessThanOrEqual(6)
    }
  }
})
