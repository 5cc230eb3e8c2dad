import type { PartForm } from './api'

/** A part as it is typed. */
export interface TypedPart {
  organisation: string
  name: string
  content: string
  person: string
  due: string
}

export function blankPart(): TypedPart {
  return { organisation: '', name: '', content: '', person: '', due: '' }
}

/** Whether it is nobody's. */
export function faultOfPart({ organisation, name }: TypedPart): boolean {
  return organisation === '' && name.trim() === ''
}

/** What is sent of the parts; a chosen organisation goes before a name. */
export function sentParts(typed: readonly TypedPart[]): PartForm[] {
  return typed.map(({ organisation, name, content, person, due }) => ({
    ...(organisation === '' ? { name: name.trim() } : { organisation }),
    content,
    person,
    ...(due === '' ? {} : { due }),
  }))
}
