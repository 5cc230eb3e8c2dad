/** What is wrong with a new password before it is sent; the server judges once more. */
export type PasswordFault = 'password.short' | 'password.name' | 'password.differ'

export const SHORTEST_PASSWORD = 10

export function passwordFault(password: string, repeated: string, username: string): PasswordFault | undefined {
  if ([...password].length < SHORTEST_PASSWORD) return 'password.short'
  if (password.toLowerCase() === username.toLowerCase()) return 'password.name'
  return password === repeated ? undefined : 'password.differ'
}
