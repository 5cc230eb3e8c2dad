import { canBeKey, isField, shapeOf, type Draft, type DraftColumn } from './draft'
import type { LedgerColumn, LedgerReading } from './types'

/** What a definition file calls the kinds, and how it tells people which values are allowed. */
export interface DefinitionWords {
  kind: string
  choices(label: string, values: string[]): string
}

/** What means itself in YAML without quotes wherever it stands; the same as the server writes so. */
const PLAIN = /^[\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z0-9_-]*$/u
const WORDS_OF_YAML = ['true', 'false', 'null']
const CHOICES = '-choices'
const LONGEST_RULE = 40

/** A text as YAML takes it; a JSON string is one (YAML 1.2, 1.3). */
export function scalar(text: string): string {
  return PLAIN.test(text) && !WORDS_OF_YAML.includes(text) ? text : JSON.stringify(text)
}

type Pair = [key: string, value: string | number | boolean | string[]]

/** A mapping on one line, without what says nothing. */
function flow(pairs: Pair[]): string {
  const told = pairs.filter(([, value]) => value !== '' && value !== false && !(Array.isArray(value) && value.length === 0))
  return `{${told.map(([key, value]) => `${key}: ${written(value)}`).join(', ')}}`
}

function written(value: Pair[1]): string {
  if (Array.isArray(value)) return `[${value.map(scalar).join(', ')}]`
  return typeof value === 'string' ? scalar(value) : String(value)
}

function list(key: string, entries: Pair[][]): string {
  return entries.length === 0 ? '' : `${key}:\n${entries.map((pairs) => `  - ${flow(pairs)}\n`).join('')}`
}

/** The headings of all groups in the order in which they first stand over a field. */
function groupsOf(columns: readonly DraftColumn[]): string[] {
  return [...new Set(columns.filter(isField).map(({ group }) => group.trim()))].filter((group) => group !== '')
}

/**
 * The definition file of a draft. Each field is known by what stands over its column, so that the very sheet can be imported;
 * field `fields[i]` of a fault is the i-th of the columns that become fields.
 */
export function definitionText(draft: Draft, reading: LedgerReading, words: DefinitionWords): string {
  const fields = draft.columns.map((column, index) => ({ column, read: reading.columns[index] as LedgerColumn })).filter(({ column }) => isField(column))
  const groups = groupsOf(draft.columns)
  const key = fields.filter(({ column }) => column.key && canBeKey(column)).map(({ column }) => column.id)
  return [
    `register: ${scalar(draft.id.trim())}\n`,
    'version: 1\n',
    `name: ${scalar(draft.name.trim())}\n`,
    `kind: ${scalar(words.kind)}\n`,
    key.length > 0 ? `key: ${written(key)}\n` : '',
    `geometry: ${shapeOf(draft).toLowerCase()}\n`,
    list('groups', groups.map((label, index) => [['id', `g${index + 1}`], ['label', label]])),
    list('fields', fields.map(({ column, read }) => fieldPairs(column, read, groups))),
    list('rules', fields.filter(({ column }) => hasChoices(column)).map(({ column }) => choicePairs(column, words))),
  ].join('')
}

function hasChoices({ type, choices }: DraftColumn): boolean {
  return type === 'choice' && choices.length > 0
}

function fieldPairs(column: DraftColumn, read: LedgerColumn, groups: readonly string[]): Pair[] {
  const { type, id, label, group, required, unit, decimals, longest } = column
  const inGroup = groups.indexOf(group.trim())
  const own: Partial<Record<DraftColumn['type'], Pair[]>> = {
    text: [['longest', longest]],
    choice: [['longest', longest]],
    number: [['decimals', decimals]],
    quantity: [
      ['unit', unit.trim()],
      ['decimals', decimals],
    ],
  }
  const shown = labelOf(column)
  return [
    ['id', id],
    ['label', shown],
    ['type', type === 'choice' ? 'text' : type],
    ...(own[type] ?? []),
    ['group', inGroup < 0 ? '' : `g${inGroup + 1}`],
    ['required', required],
    ['aliases', [...new Set([read.heading, label.trim()])].filter((name) => name !== '' && name !== shown)],
  ]
}

/** What a column is called: the unit of one that is taken as words stays with its name, for the field has none. */
function labelOf({ type, label, unit }: DraftColumn): string {
  const name = label.trim()
  return type === 'quantity' || unit.trim() === '' ? name : `${name}（${unit.trim()}）`
}

function choicePairs(column: DraftColumn, words: DefinitionWords): Pair[] {
  return [
    ['id', `${column.id.replaceAll('_', '-').slice(0, LONGEST_RULE - CHOICES.length)}${CHOICES}`],
    ['test', `${column.id} in [${column.choices.map((value) => JSON.stringify(value)).join(', ')}]`],
    ['message', words.choices(labelOf(column), column.choices)],
    ['field', column.id],
  ]
}

/** Which column of the reading a fault's path such as `fields[3].type` speaks of. */
export function columnOfPath(draft: Draft, path: string): number | undefined {
  const found = /^fields\[(\d+)\]/.exec(path)
  if (found === null) return undefined
  const at = draft.columns.map((column, index) => ({ column, index })).filter(({ column }) => isField(column))[Number(found[1])]
  return at?.index
}
