import { messages } from './columns/messages'

export const columnNames = messages

export type Field = keyof (typeof columnNames)['zh']
export type SayColumn = (field: Field) => string

/** The fields that a person may say of a column. */
export const FIELDS = Object.keys(columnNames.zh) as Field[]
