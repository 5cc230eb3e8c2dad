import type { Evidence } from '@/api/types'

/** An invented piece of evidence with so many versions, the newest called by that name. */
export function madeEvidence(id: string, name: string, { versions = 1, pages = 0, changeable = true } = {}): Evidence {
  return {
    id,
    regionCode: '991101',
    changeable,
    held: [],
    versions: Array.from({ length: versions }, (_, index) => ({
      version: versions - index,
      name: index === 0 ? name : `old-${versions - index}-${name}`,
      mediaType: 'application/pdf',
      sizeBytes: 4300,
      sha256: 'a'.repeat(64),
      pages,
      note: '',
      by: 'zhang',
      at: '2026-03-18T01:31:00Z',
    })),
  }
}
