/** A JSON Schema as far as its descriptions are told to people. */
export interface Schema {
  description?: string
  properties?: Record<string, Schema>
  enum?: unknown[]
  const?: unknown
  oneOf?: Schema[]
  items?: Schema
  $ref?: string
  $defs?: Record<string, Schema>
}

export interface Part {
  name: string
  about: string
}

export function partsOf(root: Schema, which: 'top' | 'field' | 'types'): Part[] {
  const told = which === 'top' ? root : root.$defs?.field
  return Object.entries(told?.properties ?? {}).flatMap(([name, { description }]) => (description ? [{ name, about: description }] : []))
}
