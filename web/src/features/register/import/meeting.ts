import type { FileRow, Meeting } from './types'

export type Choice = 'SKIP' | 'UPDATE'
/** What becomes of single rows whose key a record has, by {@link rowKey}. */
export type Choices = Readonly<Record<string, Choice>>

export function rowKey({ sheet, number }: Pick<FileRow, 'sheet' | 'number'>): string {
  return `${sheet}!${number}`
}

/** What becomes of one row: where each is asked for, one that nobody has said anything of is skipped. */
export function choiceOf(meeting: Meeting, choices: Choices, key: string): Choice {
  return meeting === 'ASK' ? (choices[key] ?? 'SKIP') : meeting
}

/** How many of so many rows would change their record. */
export function updatedCount(meeting: Meeting, choices: Choices, rows: number): number {
  if (meeting !== 'ASK') return meeting === 'UPDATE' ? rows : 0
  return Object.values(choices).filter((choice) => choice === 'UPDATE').length
}
