import type { Say } from '@/shared/i18n'
import type { Acceptance, DutyChange, Duty } from './api'
import type { messages } from './messages'

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
