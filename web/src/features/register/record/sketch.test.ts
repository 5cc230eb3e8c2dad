import { expect, it } from 'vitest'
import { sketchOf } from './sketch'

/** One hundredth of a degree each way at 60° north, where a degree of longitude is half as long as one of latitude. */
const SQUARE = {
  type: 'Polygon',
  coordinates: [
    [
      [10, 59.995],
      [10.02, 59.995],
      [10.02, 60.005],
      [10, 60.005],
      [10, 59.995],
    ],
  ],
}

function corners(path: string): number[][] {
  return path.replace('Z', '').split(/[ML]/).filter(Boolean).map((pair) => pair.split(' ').map(Number))
}

it('draws what is as wide as high as wide as high, north up', () => {
  const { path, filled } = sketchOf(SQUARE, 448, 248)
  const [southWest, southEast, northEast] = corners(path)
  expect(filled).toBe(true)
  expect(path.endsWith('Z')).toBe(true)
  expect(southEast?.[0]).toBeCloseTo((southWest?.[0] ?? 0) + 200, 0)
  expect(northEast?.[1]).toBeCloseTo((southEast?.[1] ?? 0) - 200, 0)
})

it('says how long its bar is', () => {
  // 200 pixels are 1113.2 m, so a third of the width, 149 pixels, is 831 m: the bar is 500 m.
  const { bar } = sketchOf(SQUARE, 448, 248)
  expect(bar.metres).toBe(500)
  expect(bar.width).toBeCloseTo(89.8, 0)
})

it('puts a point in the middle and claims no scale for it', () => {
  expect(sketchOf({ type: 'Point', coordinates: [113, 34] }, 400, 200)).toEqual({
    path: '',
    filled: false,
    points: [{ x: 200, y: 100 }],
    bar: { metres: 0, width: 0 },
  })
})

it('leaves lines open', () => {
  const { path, filled } = sketchOf({ type: 'LineString', coordinates: [[1, 0], [2, 0]] }, 448, 248)
  expect(filled).toBe(false)
  expect(corners(path)).toEqual([[24, 124], [424, 124]])
})
