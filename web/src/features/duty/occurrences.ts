import type { Duty, DueProposal, EventLength, OccurrenceForm } from './api'
import type { SayDuty } from './say'

/** The words of the events that start the clock of a duty, each once. */
export function eventsOf(duty: Pick<Duty, 'times'>): string[] {
  return [...new Set(duty.times.filter(({ notation }) => notation == null).map(({ words }) => words))]
}

/** What happened, as it is typed. */
export interface TypedOccurrence {
  event: string
  day: string
  happening: string
  due: string
}

export const LONGEST_HAPPENING = 300

/** The fields that are still wanted, by what they lack. */
export function lackingOf({ event, day, happening, due }: TypedOccurrence): (keyof TypedOccurrence)[] {
  const empty = { event: event === '', day: day === '', happening: happening.trim() === '', due: due === '' }
  return (['event', 'day', 'happening', 'due'] as const).filter((field) => empty[field])
}

export function sentOccurrence({ event, day, happening, due }: TypedOccurrence): OccurrenceForm {
  return { event, day, happening: happening.trim(), due }
}

function lengthText({ count, unit }: EventLength, say: SayDuty): string {
  return say(`length.${unit}`, { count })
}

/** How the proposed day comes about, or why there is none. */
export function ruleText({ due, lengths, moved, unknownYears }: DueProposal, day: string, say: SayDuty): string {
  const [length, ...more] = lengths
  if (length === undefined) return say('occurrence.rule.none')
  if (more.length > 0) return say('occurrence.rule.several', { lengths: lengths.map((each) => lengthText(each, say)).join(say('separator')) })
  const told = { day, length: lengthText(length, say), years: unknownYears.join(say('separator')) }
  if (due == null) return say('occurrence.rule.unknown', told)
  const rule = say(length.before ? 'occurrence.rule.before' : 'occurrence.rule.after', { ...told, due })
  if (moved) return rule + say('occurrence.rule.moved')
  return unknownYears.length === 0 ? rule : rule + say('occurrence.rule.not-moved', told)
}
