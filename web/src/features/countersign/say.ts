import type { Say } from '@/shared/i18n'
import type { Countersign, Tally } from './api'
import type { messages } from './messages'

export type SayCountersign = Say<keyof (typeof messages)['zh']>

/** State is a word and a mark. */
export const STATE_MARKS: Record<Countersign['state'], string> = {
  WAITING: '○',
  AGREED: '✓',
  OBJECTED: '✕',
  VOID: '↻',
  WITHDRAWN: '◇',
  ENDED: '◇',
}

/** How the countersigning of a line stands, in few words: objections first, for they are to be read before anything is decided. */
export function tallyText({ waiting, agreed, objected }: Tally, say: SayCountersign): string {
  return [
    ...(objected > 0 ? [say('tally.objected', { count: objected })] : []),
    ...(waiting > 0 ? [say('tally.waiting', { count: waiting })] : []),
    ...(agreed > 0 ? [say('tally.agreed', { count: agreed })] : []),
  ].join(say('tally.between'))
}
