import { useResource } from '@/shared/useResource'
import { registers } from './api'

/** The definition of one register, as the account may see it. */
export function useRegister(id: () => string) {
  return useResource(() => registers.definition(id()))
}
