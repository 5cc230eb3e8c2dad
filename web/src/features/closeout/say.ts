import type { Say } from '@/shared/i18n'
import type { Change, Item, Milestone, Tally } from './api'
import { lightOf, percentText } from './lists'
import type { messages } from './messages'

export type SayCloseOut = Say<keyof (typeof messages)['zh']>

export function targetText({ day, percent }: Pick<Milestone, 'day' | 'percent'>, say: SayCloseOut): string {
  return say('target', { day, percent })
}

/** How a milestone stands, in words. */
export function lightText(milestone: Milestone, say: SayCloseOut): string {
  const { daysLeft, lacking } = milestone
  return say(`light.${lightOf(milestone)}`, { days: Math.abs(daysLeft), lacking: lacking ?? 0 })
}

export function rateText({ permille, struckOff, items }: Tally, say: SayCloseOut): string {
  return items === 0 ? say('rate.none') : say('rate', { percent: percentText(permille), done: struckOff, all: items })
}

export function stateText({ state, overdue }: Pick<Item, 'state' | 'overdue'>, say: SayCloseOut): string {
  return say(`state.${state}`) + (overdue ? say('state.overdue') : '')
}

const FIELDS = ['number', 'task', 'place', 'organisation', 'person', 'telephone', 'due', 'measures', 'name', 'targets', 'duty'] as const

/** One change of a field: what it was and what it is. */
export function changeText({ what, field, before, after }: Change, say: SayCloseOut): string {
  const known = FIELDS.find((each) => each === field)
  if (known === undefined || what === 'REMOVED') return say(`what.${what}`)
  const none = say('change.none')
  return say('change', { what: say(`what.${what}`), field: say(`field.${known}`), before: before || none, after: after || none })
}
