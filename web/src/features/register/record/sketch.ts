import { partsOf, type Position } from '../form/geometryText'
import type { Geometry } from '../types'

/** A geometry drawn to scale: paths for lines and rings, points alone, and a bar that says how long it is. */
export interface Sketch {
  path: string
  filled: boolean
  points: { x: number; y: number }[]
  bar: { metres: number; width: number }
}

/** Length of a degree of latitude, in metres; a sketch needs no better. */
const DEGREE_M = 111_320
const MARGIN = 24

/** Draws a geometry into a box of that size, north up, a degree of longitude as short as it is at that latitude. */
export function sketchOf(geometry: Geometry, width: number, height: number): Sketch {
  const parts = partsOf(geometry)
  const all = parts.flat()
  const box = boxOf(all)
  const shrink = Math.cos(((box.bottom + box.top) / 2) * (Math.PI / 180))
  const span = { x: (box.right - box.left) * shrink * DEGREE_M, y: (box.top - box.bottom) * DEGREE_M }
  const single = span.x === 0 && span.y === 0
  const scale = single ? 1 : Math.min((width - 2 * MARGIN) / (span.x || 1e-9), (height - 2 * MARGIN) / (span.y || 1e-9))
  const place = ([longitude, latitude]: Position) => ({
    x: round(width / 2 + (longitude - (box.left + box.right) / 2) * shrink * DEGREE_M * scale),
    y: round(height / 2 - (latitude - (box.bottom + box.top) / 2) * DEGREE_M * scale),
  })
  const filled = /Polygon$/.test(geometry.type)
  const alone = /Point$/.test(geometry.type)
  const drawn = alone ? [] : parts
  return {
    path: drawn.map((part) => pathOf(part.map(place)) + (filled ? 'Z' : '')).join(''),
    filled,
    points: alone ? all.map(place) : [],
    bar: single ? { metres: 0, width: 0 } : barOf(scale, width / 3),
  }
}

function pathOf(points: { x: number; y: number }[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}

/** The longest bar of 1, 2 or 5 times a power of ten metres that is not wider than that. */
function barOf(pixelsPerMetre: number, widest: number): Sketch['bar'] {
  const most = widest / pixelsPerMetre
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = [5, 2, 1].map((times) => times * power).find((each) => each <= most) ?? power
  return { metres, width: round(metres * pixelsPerMetre) }
}

function boxOf(positions: readonly Position[]): { left: number; right: number; bottom: number; top: number } {
  const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity }
  for (const [longitude, latitude] of positions) {
    box.left = Math.min(box.left, longitude)
    box.right = Math.max(box.right, longitude)
    box.bottom = Math.min(box.bottom, latitude)
    box.top = Math.max(box.top, latitude)
  }
  return box
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}
