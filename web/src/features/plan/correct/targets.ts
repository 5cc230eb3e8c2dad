import type { TargetContent } from '@/api/types'

/** How a value is compared, as the server writes it. */
export const COMPARATORS = ['>=', '<=', '<', '=', '~'] as const

/** A value is known, set elsewhere by words of the text, or known to nobody yet. */
export const VALUE_STATES = ['known', 'elsewhere', 'unknown'] as const
export type ValueState = (typeof VALUE_STATES)[number]

export function stateOf({ value, reference }: Pick<TargetContent, 'value' | 'reference'>): ValueState {
  if (value != null) return 'known'
  return reference ? 'elsewhere' : 'unknown'
}

/** A target whose value is in another state. The words that set it elsewhere stay when its value is filled in. */
export function withState(target: TargetContent, state: ValueState): TargetContent {
  if (state === 'known') return target
  const open = { ...target, value: undefined }
  return state === 'elsewhere' ? open : { ...open, reference: undefined }
}

/** The number that was typed, in either width, with or without separators of thousands; undefined for none. */
export function numberOf(words: string): number | undefined {
  const bare = words.normalize('NFKC').trim().replace(/(?<=\d),(?=\d{3})/g, '')
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : undefined
}
