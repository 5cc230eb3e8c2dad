import type { Say } from '@/shared/i18n'
import type { Piece } from './marks'
import type { messages } from './messages'

type SayPlan = Say<keyof (typeof messages)['zh']>

export type SignKind = 'goal' | 'obligation' | 'doubt'

/** How the notes of goals, duties and doubts are found from the text on paper; tasks have their bare number. */
export function signOf(kind: SignKind, index: number, say: SayPlan): string {
  return `[${say(`sign.${kind}`)}${index + 1}]`
}

/** The signs of the goals, duties and doubts whose words begin with a piece of the text; empty for most. */
export function signsAt({ marks, start }: Piece, say: SayPlan): string {
  const signs = marks.flatMap((mark) => {
    const named = mark.start === start ? /^(goal|obligation|doubt)-(\d+)$/.exec(mark.id) : null
    return named ? [signOf(named[1] as SignKind, Number(named[2]), say)] : []
  })
  return [...new Set(signs)].join('')
}
