import { outcome, type Outcome } from '@/api/client'
import { send } from '@/api/send'
import { upload, type UploadOptions } from '@/api/upload'
import type { ImportJob, Meeting, RowSet, RowsPage, TakeBackPreview } from './types'

type Method = 'GET' | 'POST' | 'PUT'

export async function ask<T>(method: Method, path: string, body?: unknown): Promise<Outcome<T>> {
  const told = body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  return outcome<T>(
    send(new Request(window.location.origin + path, { method, ...told })).then(async (response) => {
      const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined)
      return response.ok ? { data: answer as T, response } : { error: answer, response }
    }),
  )
}

const job = (id: string) => `/api/imports/${encodeURIComponent(id)}`
const register = (id: string) => `/api/registers/${encodeURIComponent(id)}`

/** Everything that the screens of imports ask of the server. */
export const imports = {
  upload: (id: string, form: FormData, options: UploadOptions) => upload<ImportJob>(`${register(id)}/imports`, form, options),
  of: (id: string) => ask<{ imports: ImportJob[] }>('GET', `${register(id)}/imports`),
  get: (id: string) => ask<ImportJob>('GET', job(id)),
  /** Says which column of the file is which of the register's; one that is not named is passed over. */
  match: (id: string, told: { sheets: string[]; header?: number; columns: Record<number, string> }) =>
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

/** What a register is called. */
export const nameOfRegister = (id: string) => ask<{ name: string }>('GET', register(id))

/** The addresses of files that the browser fetches by itself. */
export const importFiles = {
  template: (id: string) => `${register(id)}/template.xlsx`,
  marked: (id: string) => `${job(id)}/marked`,
}
