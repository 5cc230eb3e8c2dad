import type { Say } from '@/shared/i18n'
import type { messages } from '../messages'
import type { RegisterField } from '../types'
import type { Filter, Op } from './query'

type Words = Say<keyof (typeof messages)['zh']>

/** How the values of a field are put into a filter. */
export type Asked = 'words' | 'choice' | 'number' | 'day' | 'flag' | 'presence'

/** What a field of that type is filtered by. */
export function askedOf({ type, codes }: Pick<RegisterField, 'type' | 'codes'>): Asked {
  switch (type) {
    case 'text':
    case 'long-text':
    case 'post':
    case 'credit-code':
    case 'estate-unit':
    case 'parcel-code':
    case 'computed':
      return 'words'
    case 'number':
    case 'quantity':
      return 'number'
    case 'date':
    case 'period':
      return 'day'
    case 'flag':
      return 'flag'
    case 'code':
      return codes && codes.length > 0 ? 'choice' : 'words'
    case 'region':
    case 'organisation':
    case 'disclosure':
      return 'choice'
    case 'link':
    case 'evidence':
      return 'presence'
  }
}

/** What every record has besides its fields, asked for by the same filters. */
export function ownFields(say: Words): RegisterField[] {
  const own = (id: 'region' | 'organisation'): RegisterField => ({
    id,
    label: say(id),
    type: id,
    help: '',
    required: false,
    unique: false,
    sortable: false,
    retired: false,
  })
  return [own('region'), own('organisation')]
}

/** What is typed into the boxes of one field's filter; empty boxes ask nothing. */
export interface Boxes {
  words: string
  /** For words: the whole text rather than a part of it. */
  whole: boolean
  chosen: string[]
  from: string
  to: string
  /** Only records without a value, or only with one; everything else is then left out. */
  presence: '' | 'empty' | 'filled'
}

export const NO_BOXES: Boxes = { words: '', whole: false, chosen: [], from: '', to: '', presence: '' }

/** The boxes as a field's filters fill them. */
export function boxesOf(filters: readonly Filter[]): Boxes {
  const boxes = { ...NO_BOXES, chosen: [] as string[] }
  for (const { op, value } of filters) {
    if (op === 'empty' || op === 'filled') boxes.presence = op
    else if (op === 'from' || op === 'to') boxes[op] = value
    else if (op === 'contains') boxes.words = value
    else if (op === 'in') boxes.chosen = value.split(',').filter((each) => each !== '')
    else if (op === 'is') {
      boxes.words = value
      boxes.whole = true
      boxes.chosen = [value]
    }
  }
  return boxes
}

/** The filters that the boxes of a field ask for. */
export function filtersOf(field: string, asked: Asked, boxes: Boxes): Filter[] {
  const filter = (op: Op, value: string) => (value === '' ? [] : [{ field, op, value }])
  if (boxes.presence !== '') return [{ field, op: boxes.presence, value: '' }]
  switch (asked) {
    case 'words':
      return filter(boxes.whole ? 'is' : 'contains', boxes.words.trim())
    case 'number':
    case 'day':
      return [...filter('from', boxes.from.trim()), ...filter('to', boxes.to.trim())]
    case 'flag':
      return filter('is', boxes.chosen[0] ?? '')
    case 'choice':
      return filter(boxes.chosen.length > 1 ? 'in' : 'is', boxes.chosen.join(','))
    case 'presence':
      return []
  }
}

/** Filters with those of one field exchanged; they keep their place. */
export function exchanged(filters: readonly Filter[], field: string, now: readonly Filter[]): Filter[] {
  const at = filters.findIndex((each) => each.field === field)
  const rest = filters.filter((each) => each.field !== field)
  const place = at < 0 ? rest.length : filters.slice(0, at).filter((each) => each.field !== field).length
  return [...rest.slice(0, place), ...now, ...rest.slice(place)]
}

/** Filters of one field together, in the order in which fields were first narrowed. */
export function byField(filters: readonly Filter[]): [field: string, filters: Filter[]][] {
  const groups = new Map<string, Filter[]>()
  for (const each of filters) groups.set(each.field, [...(groups.get(each.field) ?? []), each])
  return [...groups]
}
