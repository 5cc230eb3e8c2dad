import { faultsOf, TEXTS } from '@/features/round/rounds'
import type { Link, LinkedLine, LinkedSaid, Teller } from './api'

export const LONGEST_NAME = 50

/** The form of a line before anything is typed: what was said of it already. */
export function startOf({ said }: Pick<LinkedLine, 'said'>): LinkedSaid {
  return said ? { ...said } : { state: 'GOING_ON', progress: '', completion: '', problems: '', nextSteps: '', reason: '', proof: '' }
}

/** What is missing in a report, at its field. */
export function reportFaults(said: LinkedSaid) {
  return faultsOf({ ...said, files: [] }, '', false)
}

export interface TellerFaults {
  name?: 'fault.name'
  telephone?: 'fault.telephone'
}

/** What is missing of whoever writes; a number as one dials it, with brackets and hyphens. */
export function tellerFaults({ name, telephone }: Teller): TellerFaults {
  return {
    ...(name.trim() === '' ? { name: 'fault.name' as const } : {}),
    ...(/^\+?[0-9][0-9 ()-]{3,23}[0-9]$/.test(telephone.trim()) ? {} : { telephone: 'fault.telephone' as const }),
  }
}

/** Whether anything may be said of a line by a link that is not handed in. */
export const writable = ({ status }: Pick<LinkedLine, 'status'>): boolean => status !== 'ACCEPTED'

/** Whether a line waits to be said, for the first time or anew. */
export const waits = ({ status }: Pick<LinkedLine, 'status'>): boolean => status === 'OPEN' || status === 'RETURNED'

/** The line that waits next after another one, or else the first that waits. */
export function nextWaiting(lines: readonly LinkedLine[], after: string): LinkedLine | undefined {
  const at = lines.findIndex(({ id }) => id === after)
  return [...lines.slice(at + 1), ...lines.slice(0, at + 1)].find(waits)
}

/** The texts of a report that say anything, in the order of the sheet. */
export const textsOf = (said: LinkedSaid) => TEXTS.filter((key) => said[key] !== '')

export type LinkState = 'open' | 'handed-in' | 'withdrawn' | 'over'

export function stateOf({ open, withdrawnAt, handedInAt }: Pick<Link, 'open' | 'withdrawnAt' | 'handedInAt'>): LinkState {
  if (withdrawnAt) return 'withdrawn'
  if (handedInAt) return 'handed-in'
  return open ? 'open' : 'over'
}

export const LINK_MARKS: Record<LinkState, string> = { open: '●', 'handed-in': '✓', withdrawn: '◇', over: '○' }

/** An address as it is passed on: with this browser's beginning where the server does not know how people find it. */
export const wholeAddress = (address: string): string => new URL(address, window.location.origin).href

const KEPT_UNDER = 'jingtu.teller'

/** Who wrote last in this tab, so that loading the page again does not ask anew. */
export function rememberedTeller(): Teller {
  try {
    const { name = '', telephone = '' } = JSON.parse(sessionStorage.getItem(KEPT_UNDER) ?? '{}') as Partial<Teller>
    return { name, telephone }
  } catch {
    return { name: '', telephone: '' }
  }
}

export function rememberTeller(teller: Teller): void {
  sessionStorage.setItem(KEPT_UNDER, JSON.stringify(teller))
}
