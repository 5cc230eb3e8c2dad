/** Where to go after signing in: a path of this application, never another host. */
export function pathWithin(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/'
}
