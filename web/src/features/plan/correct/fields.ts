import type { DeadlineContent, EntryContent, TargetContent } from '@/api/types'
import type { Span } from '@/shared/codePoints'
import type { Say } from '@/shared/i18n'
import { deadlineText } from '../deadline'
import type { messages as planMessages } from '../messages'
import { targetText } from '../target'
import { same } from './content'
import { excerpt } from './editing'
import type { messages } from './messages'
import type { PlanText } from './planText'

/** Everything that can be corrected of an entry, in the order of the editor. */
export const FIELDS = [
  'body',
  'clause',
  'path',
  'lead',
  'responsible',
  'participants',
  'implementers',
  'implementersSource',
  'open',
  'scope',
  'actor',
  'events',
  'deadlines',
  'targets',
  'actions',
] as const
export type Field = (typeof FIELDS)[number]

/** What a field holds, as it is compared. */
function held(content: EntryContent, field: Field): unknown {
  switch (field) {
    case 'body':
      return [content.start, content.end]
    case 'clause':
      return [content.clauseStart, content.clauseEnd]
    default:
      return content[field]
  }
}

/** The fields in which two contents differ. */
export function changedFields(before: EntryContent, after: EntryContent): Field[] {
  return FIELDS.filter((field) => !same(held(before, field), held(after, field)))
}

export interface Telling {
  say: Say<keyof (typeof messages)['zh']>
  sayPlan: Say<keyof (typeof planMessages)['zh']>
  text: PlanText
}

const LONG = 80

/** A field in words; empty where it holds nothing. */
export function fieldText(content: EntryContent, field: Field, { say, sayPlan, text }: Telling): string {
  const words = (span: Span) => excerpt(text.slice(span), LONG)
  const dates = (all: readonly DeadlineContent[]) => all.map((each) => dateText(each, { say, sayPlan, text }))
  const targets = (all: readonly TargetContent[]) => all.map((each) => aimText(each, { say, sayPlan, text }))
  switch (field) {
    case 'body':
      return words(content)
    case 'clause':
      return content.clauseStart == null || content.clauseEnd == null ? '' : words({ start: content.clauseStart, end: content.clauseEnd })
    case 'open':
      return say(content.open ? 'yes' : 'no')
    case 'implementersSource':
      return content.implementersSource == null ? '' : say(`source.${content.implementersSource}`)
    case 'deadlines':
      return dates(content.deadlines).join('\n')
    case 'targets':
      return targets(content.targets).join('\n')
    case 'actions':
      return content.actions
        .map(({ actor, events, deadlines, targets: aims, ...span }) =>
          [words(span), actor ?? '', ...dates(deadlines), ...events, ...targets(aims)].filter((part) => part !== '').join(' · '),
        )
        .join('\n')
    case 'scope':
    case 'actor':
      return content[field] ?? ''
    case 'path':
      return content.path.join(' › ')
    default:
      return content[field].join(say('separator'))
  }
}

export function dateText({ notation, assumed, ...span }: DeadlineContent, { say, sayPlan, text }: Telling): string {
  const told = deadlineText(notation, sayPlan)
  const flag = assumed ? ` (${say('date.assumed')})` : ''
  return `${told}${flag} “${excerpt(text.slice(span))}”`
}

/** A target in words. */
export function aimText(target: TargetContent, { say, sayPlan }: Telling): string {
  const flags = [target.implied ? say('target.implied') : '', target.aspirational ? say('target.aspirational') : ''].filter((flag) => flag !== '')
  return [target.scope, target.indicator, targetText(target, sayPlan), target.baseline, target.value == null ? '' : target.reference, ...flags].filter(Boolean).join(' ')
}
