import type { Geometry, Shape } from '../types'

/** Longitude and latitude in degrees, EPSG:4490. */
export type Position = [longitude: number, latitude: number]

export type GeometryFault =
  | { kind: 'not-read'; line: number; text: string }
  | { kind: 'out-of-range'; line: number; text: string }
  | { kind: 'swapped'; line: number; text: string }
  | { kind: 'wrong-shape'; found: string }
  | { kind: 'too-few'; needed: number }
  | { kind: 'one-point' }
  | { kind: 'not-a-geometry' }

export type GeometryReading = { geometry?: Geometry; fault?: GeometryFault }

const KINDS: Record<Exclude<Shape, 'NONE'>, readonly string[]> = {
  POINT: ['Point', 'MultiPoint'],
  LINE: ['LineString', 'MultiLineString'],
  POLYGON: ['Polygon', 'MultiPolygon'],
}

/** Reads a geometry as people paste it: GeoJSON, WKT, or one “longitude,latitude” a line. Nothing pasted is none. */
export function readGeometry(text: string, shape: Shape): GeometryReading {
  const plain = text.trim()
  if (plain === '' || shape === 'NONE') return {}
  if (plain.startsWith('{')) return checked(fromJson(plain), shape)
  if (/^(SRID=\d+;)?\s*(MULTI)?(POINT|LINESTRING|POLYGON)/i.test(plain)) return checked(fromWkt(plain), shape)
  return fromLines(plain.normalize('NFKC'), shape)
}

function fromJson(text: string): Geometry | undefined {
  try {
    const told = JSON.parse(text) as { type?: unknown; geometry?: Geometry; features?: { geometry?: Geometry }[]; coordinates?: unknown }
    if (told.type === 'Feature') return told.geometry
    if (told.type === 'FeatureCollection') return told.features?.length === 1 ? told.features[0]?.geometry : undefined
    return typeof told.type === 'string' && Array.isArray(told.coordinates) ? { type: told.type, coordinates: told.coordinates } : undefined
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined
    throw failure
  }
}

const NAMES: Record<string, string> = { POINT: 'Point', LINESTRING: 'LineString', POLYGON: 'Polygon' }

function fromWkt(text: string): Geometry | undefined {
  const found = /^(?:SRID=\d+;)?\s*(MULTI)?(POINT|LINESTRING|POLYGON)\s*Z?\s*(\(.*\))$/is.exec(text.trim())
  if (found === null) return undefined
  // Brackets and pairs of numbers become those of JSON, so that one reader serves both.
  const json = (found[3] ?? '')
    .replace(/[-+\d.eE]+(?:\s+[-+\d.eE]+)+/g, (pair) => `[${pair.trim().split(/\s+/).slice(0, 2).join(',')}]`)
    .replaceAll('(', '[')
    .replaceAll(')', ']')
  const type = NAMES[(found[2] ?? '').toUpperCase()] ?? ''
  try {
    const nested = JSON.parse(json) as unknown[]
    if (found[1] === undefined) return { type, coordinates: type === 'Point' ? nested[0] : nested }
    const points = type === 'Point' ? nested.map((each) => (Array.isArray(each) && Array.isArray(each[0]) ? each[0] : each)) : nested
    return { type: `Multi${type}`, coordinates: points }
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined
    throw failure
  }
}

function fromLines(text: string, shape: Exclude<Shape, 'NONE'>): GeometryReading {
  const positions: Position[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '') continue
    const numbers = line.split(/[\s,;、]+/).filter((each) => each !== '')
    const [longitude, latitude] = numbers.map(degrees)
    if (numbers.length !== 2 || longitude === undefined || latitude === undefined) return { fault: { kind: 'not-read', line: index + 1, text: line } }
    positions.push([longitude, latitude])
  }
  const fault = rangeFault(positions)
  if (fault) return { fault }
  if (shape === 'POINT') return positions.length === 1 ? { geometry: { type: 'Point', coordinates: positions[0] } } : { fault: { kind: 'one-point' } }
  const needed = shape === 'LINE' ? 2 : 3
  if (positions.length < needed) return { fault: { kind: 'too-few', needed } }
  if (shape === 'LINE') return { geometry: { type: 'LineString', coordinates: positions } }
  return { geometry: { type: 'Polygon', coordinates: [closed(positions)] } }
}

/** Degrees as a decimal, or as 113°24′30.5″. */
function degrees(text: string): number | undefined {
  if (/^[+-]?\d+(\.\d+)?°?$/.test(text)) return Number(text.replace('°', ''))
  const found = /^(\d{1,3})°(\d{1,2})['′](?:(\d{1,2}(?:\.\d+)?)(?:"|″|''|′′))?$/.exec(text)
  if (found === null) return undefined
  const [whole, minutes, seconds] = [found[1], found[2], found[3] ?? '0'].map(Number)
  if ((minutes ?? 60) >= 60 || (seconds ?? 60) >= 60) return undefined
  return (whole ?? 0) + (minutes ?? 0) / 60 + (seconds ?? 0) / 3600
}

function rangeFault(positions: readonly Position[]): GeometryFault | undefined {
  for (const [index, [longitude, latitude]] of positions.entries()) {
    const where = { line: index + 1, text: `${longitude},${latitude}` }
    if (Math.abs(latitude) > 90 && Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180) return { kind: 'swapped', ...where }
    if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) return { kind: 'out-of-range', ...where }
  }
  return undefined
}

function closed(ring: readonly Position[]): Position[] {
  const [first, last] = [ring[0], ring.at(-1)]
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : [...ring]
}

function checked(geometry: Geometry | undefined, shape: Exclude<Shape, 'NONE'>): GeometryReading {
  if (geometry === undefined) return { fault: { kind: 'not-a-geometry' } }
  if (!KINDS[shape].includes(geometry.type)) return { fault: { kind: 'wrong-shape', found: geometry.type } }
  const positions = positionsOf(geometry).map(({ position }) => position)
  if (positions.length === 0) return { fault: { kind: 'not-a-geometry' } }
  const fault = rangeFault(positions)
  return fault ? { fault } : { geometry }
}

/** Whether it is a point's pair of numbers rather than a list of such. */
function isPosition(told: unknown): told is Position {
  return Array.isArray(told) && told.length >= 2 && told.slice(0, 2).every((each) => typeof each === 'number' && Number.isFinite(each))
}

/** Every part of a geometry in its order: points alone, lines, and the rings of polygons, outer ones first. */
export function partsOf(geometry: Geometry): Position[][] {
  const walk = (told: unknown): Position[][] => {
    if (isPosition(told)) return [[[told[0], told[1]]]]
    if (!Array.isArray(told)) return []
    if (told.length > 0 && told.every(isPosition) && !/Point$/.test(geometry.type)) return [told.map(([x, y]): Position => [x, y])]
    return told.flatMap(walk)
  }
  return walk(geometry.coordinates)
}

/** Every corner with the part it belongs to; the point that closes a ring is told once. */
export function positionsOf(geometry: Geometry): { part: number; position: Position }[] {
  const isRing = /Polygon$/.test(geometry.type)
  return partsOf(geometry).flatMap((part, index) => (isRing ? part.slice(0, -1) : part).map((position) => ({ part: index + 1, position })))
}

/** A geometry as it is put into the box to be changed: lines of degrees where that says all, else GeoJSON. */
export function writtenGeometry(geometry: Geometry | null | undefined): string {
  if (!geometry) return ''
  const parts = partsOf(geometry)
  if (parts.length === 1 && !geometry.type.startsWith('Multi')) return positionsOf(geometry).map(({ position }) => position.join(',')).join('\n')
  return JSON.stringify(geometry)
}
