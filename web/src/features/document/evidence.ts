import type { Evidence, EvidenceVersion } from '@/api/types'

/** The largest file that the server takes, in bytes. */
export const LARGEST_BYTES = 50 * 1024 * 1024

/** What the browser's dialog offers; the server decides by the content. */
export const ACCEPTED =
  '.pdf,.jpg,.jpeg,.png,.tif,.tiff,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.wps,.et,.dps,.ofd,.txt,.csv'

/** The newest version: the server sends the newest first, and at least one. */
export function current(piece: Evidence): EvidenceVersion {
  const newest = piece.versions[0]
  if (newest === undefined) throw new Error(`evidence ${piece.id} has no version`)
  return newest
}

export function isRemoved(piece: Evidence): boolean {
  return Boolean(piece.removal)
}

/** A number of bytes in the largest unit of which there is one: 41 B, 4.2 KB, 12 MB. */
export function sizeInWords(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB']
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return `${value.toFixed(unit === 0 || value >= 10 ? 0 : 1)} ${units[unit]}`
}

function address(id: string, version: number): string {
  return `/api/evidence/${encodeURIComponent(id)}/versions/${version}`
}

export function contentAddress(id: string, version: number): string {
  return `${address(id, version)}/content`
}

/** One page that can be looked at. `page` counts from 1. */
export interface Slide {
  id: string
  version: EvidenceVersion
  page: number
  address: string
}

/** The pages of the newest versions of all pieces that are there, one after the other. */
export function slidesOf(pieces: Evidence[]): Slide[] {
  return pieces.filter((piece) => !isRemoved(piece)).flatMap((piece) => slidesOfVersion(piece.id, current(piece)))
}

export function slidesOfVersion(id: string, version: EvidenceVersion): Slide[] {
  return Array.from({ length: version.pages }, (_, index) => ({
    id,
    version,
    page: index + 1,
    address: `${address(id, version.version)}/preview?page=${index + 1}`,
  }))
}
