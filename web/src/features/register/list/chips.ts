import type { Say } from '@/shared/i18n'
import type { messages } from './messages'
import { byField } from './filters'
import type { Filter } from './query'

type Words = Say<keyof (typeof messages)['zh']>

/** The filters of one field as people read them. */
export interface Chip {
  field: string
  text: string
}

/**
 * One chip a field. `labelOf` says what a field is called, `nameOf` what a value is; filters of fields that are
 * gone keep the field's id, so that nobody wonders why the list is short.
 */
export function chipsOf(
  filters: readonly Filter[],
  labelOf: (field: string) => string,
  nameOf: (field: string, value: string) => string,
  say: Words,
): Chip[] {
  return byField(filters).map(([field, own]) => ({ field, text: textOf(labelOf(field), own, (value) => nameOf(field, value), say) }))
}

function textOf(field: string, filters: readonly Filter[], nameOf: (value: string) => string, say: Words): string {
  const from = filters.find(({ op }) => op === 'from')
  const to = filters.find(({ op }) => op === 'to')
  const range = from && to ? [say('chip.range', { field, from: from.value, to: to.value })] : []
  const others = filters.filter((each) => range.length === 0 || (each !== from && each !== to))
  const told = others.map(({ op, value }) => {
    const names = op === 'in' ? value.split(',').map(nameOf).join(say('chip.or')) : op === 'contains' ? value : nameOf(value)
    return say(`chip.${op}`, { field, value: names })
  })
  return [...range, ...told].join(' · ')
}
