import { upload, type UploadOptions } from '@/api/upload'
import type { LedgerReading } from './types'

/** Reads a sheet as an office keeps it; nothing is stored. */
export function readLedger(file: File, options: UploadOptions) {
  const form = new FormData()
  form.append('file', file)
  return upload<LedgerReading>('/api/ledgers', form, options)
}
