import type { Say } from '@/shared/i18n'
import type { Choices, Mapped } from './api'
import type { messages } from './messages'

export type Words = Say<keyof (typeof messages)['zh']>

const LENGTHS = [1, 3, 6, 12] as const

export const lengths = LENGTHS

export function lengthText(months: number, say: Words): string {
  const known = LENGTHS.find((length) => length === months) ?? 1
  return say(`length.${known}`)
}

export const FIELDS = ['ORGANISATION', 'HEADING', 'SENTENCE', 'DUE', 'STATE', 'PROGRESS', 'COMPLETION', 'PROBLEMS', 'NEXT_STEPS', 'REASON', 'PROOF'] as const
export const KINDS = ['DUTY', 'FIGURE', 'FACT', 'COLUMN', 'TYPED'] as const
export const REPORTINGS = ['ALL', 'ASKED', 'REPORTED', 'ON_TIME', 'LATE', 'MISSING', 'ACCEPTED'] as const
export { STATES } from '@/features/round/rounds'
export const FACTS = ['REGION', 'PERIOD', 'YEAR', 'NUMBER_IN_YEAR', 'LAST_DAY', 'FILLED_ON', 'PLAN_TITLE'] as const

function narrowed(mapped: Mapped, choices: Choices | undefined, say: Words): string[] {
  const organisation =
    mapped.organisation == null ? '' : (mapped.organisationName ?? organisationsOf(choices).find(({ id }) => id === mapped.organisation)?.name ?? '')
  return [
    organisation,
    mapped.chapter ?? '',
    mapped.of == null || mapped.of === 'ALL' ? '' : say(`of.${mapped.of}`),
    mapped.state == null ? '' : say(`state.${mapped.state}`),
  ]
}

/** What fills a cell, in one line. */
export function sourceText(mapped: Mapped, choices: Choices | undefined, say: Words): string {
  const field = mapped.field == null ? '' : say(`field.${mapped.field}`)
  const count = mapped.count == null ? '' : say(`count.${mapped.count}`) + (mapped.decimals == null ? '' : ' %')
  const parts = (): string[] => {
    switch (mapped.kind) {
      case 'DUTY': {
        const duty = choices?.duties.find(({ id }) => id === mapped.duty)
        return [field, duty ? `${duty.organisationName}：${duty.sentence}` : (mapped.dutySays ?? '')]
      }
      case 'FIGURE':
        return [count, ...narrowed(mapped, choices, say)]
      case 'FACT':
        return [mapped.fact == null ? '' : say(`fact.${mapped.fact}`), mapped.planTitle ?? '']
      case 'COLUMN':
        return ['↓ ' + (field || count), mapped.over == null ? '' : say(`over.${mapped.over}`), ...narrowed(mapped, choices, say)]
      case 'TYPED':
        return ['✎ ' + (mapped.hint || say('kind.TYPED'))]
    }
  }
  return parts()
    .filter((part) => part !== '')
    .join(' · ')
}

/** The organisations of the duties, each once, by name. */
export function organisationsOf(choices: Choices | undefined): { id: string; name: string }[] {
  const named = new Map((choices?.duties ?? []).flatMap(({ organisation, organisationName }) => (organisation ? [[organisation, organisationName] as const] : [])))
  return [...named].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'zh'))
}

export function chaptersOf(choices: Choices | undefined): string[] {
  return [...new Set((choices?.duties ?? []).map(({ chapter }) => chapter))].filter((chapter) => chapter !== '')
}
