import type { Say } from '@/shared/i18n'
import type { Code, RegisterDefinition, RegisterField, RegisterRecord, Span, State, Value } from './types'
import type { messages } from './messages'

type Words = Say<keyof (typeof messages)['zh']>

/** What is worked out is shown this exactly; the record keeps all of it. */
const COMPUTED_DECIMALS = 2
/** Types whose values are numbers of an authority, which tell nobody what they belong to. */
const CODES: readonly string[] = ['credit-code', 'estate-unit', 'parcel-code']

export function isSpan(value: Value | null | undefined): value is Span {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value as people read it; `label` is the server's text for what the value itself only names. */
export function valueText(value: Value | null | undefined, label: string | undefined, say: Words): string {
  if (value === undefined || value === null) return ''
  if (label !== undefined && label !== '') return label
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no')
  if (isSpan(value)) return value.to ? say('span', { from: value.from, to: value.to }) : say('span.open', { from: value.from })
  if (Array.isArray(value)) return say('pieces', { count: value.length })
  return String(value)
}

export function fieldText(
  field: Pick<RegisterField, 'id'> & Partial<Pick<RegisterField, 'type'>>,
  record: Pick<RegisterRecord, 'values' | 'labels'>,
  say: Words,
): string {
  const value = record.values[field.id]
  const shown = field.type === 'computed' && typeof value === 'number' ? Number(value.toFixed(COMPUTED_DECIMALS)) : value
  return valueText(shown, record.labels[field.id], say)
}

/** A field's label with its unit, as it stands over a column. */
export function headOf({ label, unit }: Pick<RegisterField, 'label' | 'unit'>, say: Words): string {
  return unit ? say('with-unit', { label, unit }) : label
}

/** The name of a record whose key is only a number that an authority gave out: that of its first line of text, if it has one. */
function nameBesideCode({ key, fields }: RegisterDefinition): RegisterField | undefined {
  const codes = fields.filter(({ id, type }) => key.includes(id) && CODES.includes(type))
  return key.length > 0 && codes.length === key.length ? fields.find(({ type, retired }) => type === 'text' && !retired) : undefined
}

/** The id of the field that tells people which record it is. */
export function titleField(definition: RegisterDefinition): string | undefined {
  return nameBesideCode(definition)?.id ?? definition.key[0]
}

/** What a record is called: its name where its key is but a code, else the values of its key, or of its first field that has one. */
export function titleOf(definition: RegisterDefinition, record: Pick<RegisterRecord, 'values' | 'labels'>, say: Words): string {
  const text = (id: string) => fieldText({ id }, record, say)
  const name = nameBesideCode(definition)
  if (name && text(name.id) !== '') return text(name.id)
  const key = definition.key.map(text).filter((each) => each !== '')
  const named = key.length > 0 ? key : definition.fields.filter(({ type }) => type !== 'evidence').map(({ id }) => text(id))
  return (key.length > 0 ? named : named.filter((each) => each !== '').slice(0, 1)).join(' · ') || say('unnamed')
}

export function stateOf(definition: RegisterDefinition, id: string): State {
  return definition.lifecycle.states.find((state) => state.id === id) ?? { id, label: id, end: false }
}

/** The mark beside a state's word: where records begin, under way, at an end. */
export function markOf(definition: RegisterDefinition, id: string): '○' | '●' | '✓' {
  if (stateOf(definition, id).end) return '✓'
  return definition.lifecycle.states[0]?.id === id ? '○' : '●'
}

/** Whether the register has steps at all, so that its state is worth a word. */
export function hasStates({ lifecycle }: RegisterDefinition): boolean {
  return lifecycle.states.length > 1
}

/** Codes in the order of a tree, each with how deep it stands; one whose parent is missing stands at the top. */
export function treeOf(codes: readonly Code[]): { code: Code; depth: number }[] {
  const known = new Set(codes.map(({ code }) => code))
  const below = new Map<string, Code[]>()
  for (const each of codes) {
    const under = each.parent != null && each.parent !== each.code && known.has(each.parent) ? each.parent : ''
    below.set(under, [...(below.get(under) ?? []), each])
  }
  const walk = (under: string, depth: number): { code: Code; depth: number }[] =>
    (below.get(under) ?? []).flatMap((code) => [{ code, depth }, ...walk(code.code, depth + 1)])
  return walk('', 0)
}

/** A code with everything below it. */
export function withBelow(codes: readonly Code[], top: string): string[] {
  const children = codes.filter(({ parent, code }) => parent === top && code !== top)
  return [top, ...children.flatMap(({ code }) => withBelow(codes, code))]
}

export interface Section {
  id: string
  label: string
  fields: RegisterField[]
}

/** Fields under their headings, in the definition's order; those without one stand first, under none. */
export function sectionsOf(definition: RegisterDefinition, fields: readonly RegisterField[] = definition.fields): Section[] {
  const known = new Set(definition.groups.map(({ id }) => id))
  const loose = fields.filter(({ group }) => !group || !known.has(group))
  const grouped = definition.groups.map(({ id, label }) => ({ id, label, fields: fields.filter(({ group }) => group === id) }))
  return [{ id: '', label: '', fields: loose }, ...grouped].filter((section) => section.fields.length > 0)
}
