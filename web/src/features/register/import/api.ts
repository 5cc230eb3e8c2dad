import { upload, type UploadOptions } from '@/api/upload'
import { ask } from '../api'
import type { ImportJob, Matched, Meeting, RowSet, RowsPage, TakeBackPreview } from './types'

const job = (id: string) => `/api/imports/${encodeURIComponent(id)}`
const register = (id: string) => `/api/registers/${encodeURIComponent(id)}`

/** Everything that the screens of imports ask of the server. */
export const imports = {
  upload: (id: string, form: FormData, options: UploadOptions) => upload<ImportJob>(`${register(id)}/imports`, form, options),
  of: (id: string) => ask<{ imports: ImportJob[] }>('GET', `${register(id)}/imports`),
  get: (id: string) => ask<ImportJob>('GET', job(id)),
  /** Says which column of the file is which of the register's; one that is not named is passed over. */
  match: (id: string, told: Matched) =>
    ask<ImportJob>('PUT', `${job(id)}/columns`, told),
  check: (id: string) => ask<ImportJob>('POST', `${job(id)}/check`),
  /** `choices` says of rows that meet a record what becomes of it, by sheet and number as `sheet!number`. */
  run: (id: string, told: { meeting: Meeting; choices: Record<string, 'SKIP' | 'UPDATE'> }) => ask<ImportJob>('POST', `${job(id)}/run`, told),
  cancel: (id: string) => ask<ImportJob>('POST', `${job(id)}/cancel`),
  rows: (id: string, of: RowSet, kind: string | undefined, after: string | undefined, limit: number) =>
    ask<RowsPage>('GET', `${job(id)}/rows?${rowsAsked(of, kind, after, limit)}`),
  beforeTakeBack: (id: string) => ask<TakeBackPreview>('GET', `${job(id)}/take-back`),
  takeBack: (id: string, reason: string) => ask<ImportJob>('POST', `${job(id)}/take-back`, { reason }),
}

function rowsAsked(of: RowSet, kind: string | undefined, after: string | undefined, limit: number): string {
  const asked = new URLSearchParams({ of, limit: String(limit) })
  if (kind !== undefined) asked.set('kind', kind)
  if (after !== undefined) asked.set('after', after)
  return asked.toString()
}

/** The addresses of files that the browser fetches by itself. */
export const importFiles = {
  marked: (id: string) => `${job(id)}/marked`,
}
