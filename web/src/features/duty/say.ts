import type { Say } from '@/shared/i18n'
import { deadlineText } from '@/features/plan/deadline'
import type { messages as planMessages } from '@/features/plan/messages'
import type { Acceptance, ChangedDuty, DutyChange, Duty } from './api'
import type { messages } from './messages'

type PlanKey = keyof (typeof planMessages)['zh']
export type SayDuty = Say<keyof (typeof messages)['zh']>

/** What a change did, in words. */
export function changeText({ what, before, after }: DutyChange, say: SayDuty): string {
  const is = after === 'true' ? 'true' : 'false'
  switch (what) {
    case 'awake':
      return say(`change.awake.${is}`)
    case 'reports':
      return say(`change.reports.${is}`)
    case 'ended':
      if (before !== '') return say('change.revived')
      return after === '' ? say('change.ended') : say('change.ended.assigned', { whom: after })
    case 'acceptance':
      return say(`acceptance.${after as Acceptance}`)
    case 'clock-started':
      return say('change.clock-started', { after })
    case 'sentence':
    case 'times':
    case 'standard':
      return say(`change.${what}`, { before: before === '' ? say('opening.none') : before, after: after === '' ? say('opening.none') : after })
    case 'offered':
      return say('change.offered', { after })
    default:
      return say('change.other', { what, before, after })
  }
}

export function reportsText({ reports }: Pick<Duty, 'reports'>, say: SayDuty): string {
  return say(reports ? 'reports.yes' : 'reports.no')
}

export function stateText({ awake, ended, handed }: Pick<Duty, 'awake' | 'ended' | 'handed'>, say: SayDuty): string {
  if (ended) return say('state.ended')
  if (handed && handed.acceptance !== 'ACCEPTED') return say(`acceptance.${handed.acceptance}`)
  return say(awake ? 'state.awake' : 'state.asleep')
}

/** That a duty is a part of another one, and how it stands. */
export function partText(duty: Pick<Duty, 'awake' | 'ended' | 'handed'>, say: SayDuty): string {
  return say(duty.handed?.occurrence ? 'occurrence.mark' : 'part.mark', { state: stateText(duty, say) })
}

/** Whether a part is accepted, as a mark. */
export function acceptanceMark(acceptance: Acceptance): string {
  return { OFFERED: '○', ACCEPTED: '✓', DECLINED: '◇' }[acceptance]
}

/** State is a word and a mark. */
export function stateMark({ awake, ended }: Pick<Duty, 'awake' | 'ended'>): string {
  if (ended) return '◇'
  return awake ? '●' : '○'
}

export function organisationText({ organisationName }: Pick<Duty, 'organisationName'>, say: SayDuty): string {
  return organisationName === '' ? say('organisation.none') : organisationName
}

/** Rhythms by their months, in words. */
export function rhythmText(months: readonly number[], say: SayDuty): string {
  return months.map((each) => say(`rhythm.${each as 1 | 3 | 6 | 12}`)).join(say('separator'))
}

/** What the plan corrects in a duty, each in words; nothing where only its place in the plan is another. */
export function correctionsOf({ duty, sentence, times, standard }: ChangedDuty, say: SayDuty, sayPlan: Say<PlanKey>): string[] {
  const said = (text: string) => (text === '' ? say('opening.none') : text.split('\n').join(say('separator')))
  const timesOf = (all: Duty['times']) =>
    said(all.map(({ notation, words }) => (notation == null ? words : deadlineText(notation, sayPlan))).join(say('separator')))
  const told: string[] = []
  if (sentence !== duty.sentence) told.push(say('opening.changed.sentence', { sentence }))
  if (timesOf(times) !== timesOf(duty.times)) told.push(say('opening.changed.times', { before: timesOf(duty.times), after: timesOf(times) }))
  if (standard !== duty.standard) told.push(say('opening.changed.standard', { before: said(duty.standard), after: said(standard) }))
  return told
}
