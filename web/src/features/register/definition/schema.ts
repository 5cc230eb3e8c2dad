import type { FieldType } from '../types'

/** A JSON Schema, as far as its descriptions are told to people. */
export interface Schema {
  description?: string
  properties?: Record<string, Schema | false>
  enum?: unknown[]
  const?: unknown
  allOf?: Schema[]
  if?: Schema
  then?: Schema
  $defs?: Record<string, Schema>
}

/** A word that may be written, and what it means. */
export interface Part {
  name: string
  about: string
}

/** The parts of an object with what they mean, and the words that a part takes where it takes only some. */
export function partsOf(schema: Schema | undefined): Part[] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, part]) => (part === false ? [] : [{ name, about: aboutOf(part) }]))
}

function aboutOf({ description, enum: words }: Schema): string {
  return [description, words?.join(' | ')].filter(Boolean).join(' · ')
}

function schemaOf(told: Schema | false | undefined): Schema {
  return told === false || told === undefined ? {} : told
}

/** The types of fields, each with the parts that only some types have. */
export function typesOf(field: Schema | undefined): { type: FieldType; own: string[] }[] {
  const types = (schemaOf(field?.properties?.type).enum ?? []) as FieldType[]
  const told = (field?.allOf ?? []).map((rule) => ({
    type: schemaOf(rule.if?.properties?.type).const,
    refused: Object.entries(rule.then?.properties ?? {}).flatMap(([name, part]) => (part === false ? [name] : [])),
  }))
  const special = new Set(told.flatMap(({ refused }) => refused))
  return types.map((type) => {
    const refused = told.filter((rule) => rule.type === type).flatMap((rule) => rule.refused)
    return { type, own: [...special].filter((name) => !refused.includes(name) && !COMMON.includes(name)) }
  })
}

/** Parts that nearly every type has, which are not worth a word at each. */
const COMMON = ['sortable', 'unique', 'required', 'when', 'help']
