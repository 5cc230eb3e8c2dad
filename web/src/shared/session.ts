import { computed, shallowRef } from 'vue'
import { api, outcome } from '@/api/client'
import type { Problem } from '@/api/problem'
import type { Role, Session } from '@/api/types'

/** Who is signed in here, and what server this is. Undefined until the server has answered once. */
export const session = shallowRef<Session>()

export const account = computed(() => session.value?.account ?? undefined)

export async function loadSession(): Promise<Problem | undefined> {
  const { data, problem } = await outcome(api.GET('/api/session'))
  if (data !== undefined) session.value = data
  return problem
}

export async function signIn(username: string, password: string): Promise<Problem | undefined> {
  const { data, problem } = await outcome(api.POST('/api/session', { body: { username, password } }))
  if (data !== undefined) session.value = data
  return problem
}

export async function signOut(): Promise<Problem | undefined> {
  const { problem } = await outcome(api.DELETE('/api/session'))
  if (problem === undefined) await loadSession()
  return problem
}

export function hasRole(...roles: Role[]): boolean {
  return account.value !== undefined && (roles as string[]).includes(account.value.role)
}
