import type { Target } from '@/api/types'
import type { Say } from '@/shared/i18n'
import { deadlineText } from './deadline'
import type { messages } from './messages'

type SayPlan = Say<keyof (typeof messages)['zh']>

const COMPARISONS: Record<string, 'target.at-least' | 'target.at-most' | 'target.below' | 'target.equal' | 'target.about'> = {
  '>=': 'target.at-least',
  '<=': 'target.at-most',
  '<': 'target.below',
  '=': 'target.equal',
  '~': 'target.about',
}

/** What a target wants, without its indicator: ≥ 90 % (by 2030-12-31). A value set elsewhere is named as printed, one that nobody knows as such. */
export function targetText(target: Target, say: SayPlan): string {
  if (target.value == null) return target.reference ?? say('target.unknown')
  const value = `${target.value.toLocaleString('en')} ${target.unit}`.trim()
  const text = say(COMPARISONS[target.comparator] ?? 'target.equal', { value })
  return target.by ? say('target.by', { text, by: deadlineText(target.by, say) }) : text
}
