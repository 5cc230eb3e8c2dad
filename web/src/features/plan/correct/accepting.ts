import type { EntryContent } from '@/api/types'
import { same } from './content'
import type { Item } from './items'

/** What an entry says once somebody has found right what was inferred; undefined where there is nothing to find right. */
export function accepted(content: EntryContent, { reason }: Item): EntryContent | undefined {
  switch (reason?.kind) {
    case 'assumed': {
      const settled = <T extends EntryContent['deadlines'][number]>(date: T) => (same(date, reason.deadline) ? { ...date, assumed: false } : date)
      const actions = content.actions.map((action) => ({ ...action, deadlines: action.deadlines.map(settled) }))
      return { ...content, deadlines: content.deadlines.map(settled), actions }
    }
    case 'implied': {
      const settled = <T extends EntryContent['targets'][number]>(target: T) => (same(target, reason.target) ? { ...target, implied: false } : target)
      const actions = content.actions.map((action) => ({ ...action, targets: action.targets.map(settled) }))
      return { ...content, targets: content.targets.map(settled), actions }
    }
    default:
      return undefined
  }
}

/** The field in which a doubt or a gap is mended. */
export function fieldOf({ reason }: Item): string {
  switch (reason?.kind) {
    case 'assumed':
    case 'unknown-date':
      return 'deadlines'
    case 'implied':
    case 'unknown-value':
    case 'set-elsewhere':
      return 'targets'
    case 'nobody':
      return 'lead'
    default:
      return ''
  }
}
