import { describe, expect, it } from 'vitest'
import type { Geometry, Shape } from '../types'
import { partsOf, positionsOf, readGeometry, writtenGeometry } from './geometryText'

const RING = [
  [113.1, 34.1],
  [113.2, 34.1],
  [113.2, 34.2],
  [113.1, 34.1],
]

describe('a geometry that is pasted', () => {
  it.each<[Shape, string, Geometry]>([
    ['POINT', '113.1,34.1', { type: 'Point', coordinates: [113.1, 34.1] }],
    ['POINT', '１１３．１，３４．１', { type: 'Point', coordinates: [113.1, 34.1] }],
    ['POINT', '113°30′ 34°15′36″', { type: 'Point', coordinates: [113.5, 34.26] }],
    ['POINT', 'POINT (113.1 34.1)', { type: 'Point', coordinates: [113.1, 34.1] }],
    ['POINT', 'MULTIPOINT ((1 2), (3 4))', { type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] }],
    ['POINT', 'MULTIPOINT (1 2, 3 4)', { type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] }],
    ['LINE', '113.1 34.1\n\n113.2 34.1', { type: 'LineString', coordinates: RING.slice(0, 2) }],
    ['LINE', 'linestring(113.1 34.1, 113.2 34.1)', { type: 'LineString', coordinates: RING.slice(0, 2) }],
    ['POLYGON', '113.1,34.1\n113.2,34.1\n113.2,34.2', { type: 'Polygon', coordinates: [RING] }],
    ['POLYGON', '113.1,34.1\n113.2,34.1\n113.2,34.2\n113.1,34.1', { type: 'Polygon', coordinates: [RING] }],
    ['POLYGON', 'SRID=4490;POLYGON ((113.1 34.1, 113.2 34.1, 113.2 34.2, 113.1 34.1))', { type: 'Polygon', coordinates: [RING] }],
    ['POLYGON', 'POLYGON Z ((113.1 34.1 5, 113.2 34.1 5, 113.2 34.2 5, 113.1 34.1 5))', { type: 'Polygon', coordinates: [RING] }],
    ['POLYGON', JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: [[RING]] } }), { type: 'MultiPolygon', coordinates: [[RING]] }],
  ])('as %s from “%s”', (shape, text, geometry) => {
    expect(readGeometry(text, shape)).toEqual({ geometry })
  })

  it.each<[Shape, string, object]>([
    ['POINT', '甲', { kind: 'not-read', line: 1, text: '甲' }],
    ['POINT', '113.1,34.1,5', { kind: 'not-read', line: 1, text: '113.1,34.1,5' }],
    ['POINT', '34.1,113.1', { kind: 'swapped', line: 1, text: '34.1,113.1' }],
    ['POINT', '200,34.1', { kind: 'out-of-range', line: 1, text: '200,34.1' }],
    ['POINT', '113°70′ 34°15′', { kind: 'not-read', line: 1, text: '113°70′ 34°15′' }],
    ['POINT', '113.1,34.1\n113.2,34.1', { kind: 'one-point' }],
    ['LINE', '113.1,34.1', { kind: 'too-few', needed: 2 }],
    ['POLYGON', '113.1,34.1\n113.2,34.1', { kind: 'too-few', needed: 3 }],
    ['POLYGON', 'POINT (113.1 34.1)', { kind: 'wrong-shape', found: 'Point' }],
    ['POLYGON', 'POLYGON ((34.1 113.1, 34.1 113.2, 34.2 113.2, 34.1 113.1))', { kind: 'swapped', line: 1, text: '34.1,113.1' }],
    ['POLYGON', '{"type":"Polygon"', { kind: 'not-a-geometry' }],
    ['POLYGON', '{"type":"Polygon","coordinates":[]}', { kind: 'not-a-geometry' }],
    ['POLYGON', 'POLYGON ((甲))', { kind: 'not-a-geometry' }],
  ])('as %s is refused from “%s”', (shape, text, fault) => {
    expect(readGeometry(text, shape)).toEqual({ fault })
  })

  it('is none where nothing is pasted', () => {
    expect(readGeometry('  ', 'POINT')).toEqual({})
  })
})

it.each<[Shape, Geometry]>([
  ['POINT', { type: 'Point', coordinates: [113.1, 34.1] }],
  ['POINT', { type: 'MultiPoint', coordinates: [[113.1, 34.1]] }],
  ['LINE', { type: 'LineString', coordinates: RING.slice(0, 3) }],
  ['POLYGON', { type: 'Polygon', coordinates: [RING] }],
  ['POLYGON', { type: 'Polygon', coordinates: [RING, RING] }],
  ['POLYGON', { type: 'MultiPolygon', coordinates: [[RING], [RING]] }],
])('is written so that it reads back as %s %j', (shape, geometry) => {
  expect(readGeometry(writtenGeometry(geometry), shape)).toEqual({ geometry })
})

it('counts the corners of a ring once, part by part', () => {
  const two: Geometry = { type: 'MultiPolygon', coordinates: [[RING], [RING]] }
  expect(partsOf(two)).toHaveLength(2)
  expect(positionsOf(two).map(({ part }) => part)).toEqual([1, 1, 1, 2, 2, 2])
})
