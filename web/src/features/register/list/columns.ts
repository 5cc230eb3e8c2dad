import type { Say } from '@/shared/i18n'
import { localTime } from '@/shared/i18n'
import type { messages } from '../messages'
import { fieldText, hasStates, headOf, stateOf, titleField } from '../shown'
import type { RegisterDefinition, RegisterField, RegisterRecord } from '../types'

type Words = Say<keyof (typeof messages)['zh']>

/** A column of a register's list: a field, or what every record has. */
export interface ListColumn {
  id: string
  label: string
  numeric: boolean
  sortable: boolean
  field?: RegisterField
  text(record: RegisterRecord): string
}

/** How many fields a list shows before anybody has chosen. */
const USUAL = 6
const SHORT: readonly string[] = ['text', 'number', 'quantity', 'date', 'flag', 'code', 'region', 'organisation', 'link', 'computed', 'period']

/** Every column that a list of the register can show: its fields, then what every record has. */
export function columnsOf(definition: RegisterDefinition, say: Words): ListColumn[] {
  const fields = definition.fields.filter(({ retired }) => !retired).map((field) => fieldColumn(field, say))
  const state: ListColumn = {
    id: 'state',
    label: say('state'),
    numeric: false,
    sortable: false,
    text: (record) => stateOf(definition, record.state).label,
  }
  const plain = (id: 'region' | 'organisation'): ListColumn => ({
    id,
    label: say(id),
    numeric: false,
    sortable: false,
    text: (record) => record.labels[id] ?? record[id] ?? '',
  })
  const changed: ListColumn = { id: 'changed', label: say('changed'), numeric: false, sortable: false, text: ({ changedAt }) => localTime(changedAt) }
  return [...fields, ...(hasStates(definition) ? [state] : []), plain('region'), plain('organisation'), changed]
}

function fieldColumn(field: RegisterField, say: Words): ListColumn {
  return {
    id: field.id,
    label: headOf(field, say),
    numeric: field.type === 'number' || field.type === 'quantity',
    sortable: field.sortable,
    field,
    text: (record) => fieldText(field, record, say),
  }
}

/**
 * The columns shown before anybody has chosen: what tells the record, its key, of the short fields first those by which a
 * list can be sorted, for these are what people look for, and the state.
 */
export function usualColumns(definition: RegisterDefinition): string[] {
  const short = definition.fields.filter(({ type, retired }) => !retired && SHORT.includes(type))
  const telling = new Set([titleField(definition) ?? '', ...definition.key].filter((id) => id !== ''))
  const others = short.filter(({ id }) => !telling.has(id))
  const wanted = [...others.filter(({ sortable }) => sortable), ...others.filter(({ sortable }) => !sortable)]
  const room = new Set(wanted.slice(0, Math.max(USUAL - telling.size, 0)).map(({ id }) => id))
  const first = [...telling, ...others.map(({ id }) => id).filter((id) => room.has(id))]
  return [...first, ...(hasStates(definition) ? ['state'] : [])]
}

/** The columns of those ids in their order; ids of columns that are gone are passed over. */
export function chosenColumns(columns: readonly ListColumn[], ids: readonly string[]): ListColumn[] {
  return ids.flatMap((id) => columns.find((column) => column.id === id) ?? [])
}

/** What the interface calls the columns of a file that are no field's. */
const IN_FILES: Readonly<Record<string, string>> = { state: '$state', region: '$region', organisation: '$organisation' }

/** What a file says of whose row each is, so that a changed file comes back as changes of these records. */
const RECORD = 'record.id'

/** Columns as a file of records is asked for them; when a record was changed is in no file. */
export function columnsOfFile(columns: readonly ListColumn[]): string {
  return [...columns.flatMap(({ id, field }) => field?.id ?? IN_FILES[id] ?? []), RECORD].join(',')
}

/** The ids with one shown or hidden; one that comes in takes its place in the order of all. */
export function toggled(all: readonly ListColumn[], ids: readonly string[], id: string, wanted: boolean): string[] {
  if (!wanted) return ids.filter((each) => each !== id)
  if (ids.includes(id)) return [...ids]
  const order = all.map((column) => column.id)
  const before = ids.findIndex((each) => order.indexOf(each) > order.indexOf(id))
  return before < 0 ? [...ids, id] : [...ids.slice(0, before), id, ...ids.slice(before)]
}

/** The ids with one moved by that many places, as far as there are any. */
export function moved(ids: readonly string[], id: string, by: number): string[] {
  const from = ids.indexOf(id)
  const to = Math.max(0, Math.min(from + by, ids.length - 1))
  const rest = ids.filter((each) => each !== id)
  return from < 0 ? [...ids] : [...rest.slice(0, to), id, ...rest.slice(to)]
}

/** Records as tab-separated lines under a head line, ready to be pasted into a sheet. */
export function asLines(columns: readonly ListColumn[], records: readonly RegisterRecord[]): string {
  const oneLine = (text: string) => text.replace(/\s+/g, ' ')
  const lines = records.map((record) => columns.map((column) => oneLine(column.text(record))).join('\t'))
  return [columns.map(({ label }) => label).join('\t'), ...lines].join('\n')
}
