import type { Account } from '@/api/types'

export type AccountState = 'active' | 'disabled' | 'locked'

/** What an account can do at an instant (milliseconds since 1970); a lock ends by itself. */
export function accountState(account: Pick<Account, 'disabled' | 'lockedUntil'>, now: number): AccountState {
  if (account.disabled) return 'disabled'
  return account.lockedUntil && Date.parse(account.lockedUntil) > now ? 'locked' : 'active'
}
