import { language } from '@/shared/i18n'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
const WITHOUT_SESSION = ['/api/session', '/api/invitations/', '/api/answers']

let signInAgain: () => Promise<boolean> = () => Promise.resolve(false)

/** What is asked when the session has ended: true once somebody has signed in again. */
export function whenSessionEnds(ask: () => Promise<boolean>): void {
  signInAgain = ask
}

/** True for answers that say “your session has ended” rather than “this sign-in is refused”. */
export function sessionEnded(path: string, status: number): boolean {
  return status === 401 && !WITHOUT_SESSION.some((open) => path.startsWith(open))
}

export function askToSignInAgain(): Promise<boolean> {
  return signInAgain()
}

/** Headers that every request carries: the reader's language, and for changes the token against forged requests. */
export async function commonHeaders(method: string): Promise<Record<string, string>> {
  const headers: Record<string, string> = { 'Accept-Language': language.value }
  if (!SAFE.has(method)) headers['X-XSRF-TOKEN'] = await forgeryToken()
  return headers
}

/**
 * Sends one request. When the session has ended the page stays as it is, the person signs in over it,
 * and the same request is sent once more, so that nothing typed is lost.
 */
export async function send(request: Request): Promise<Response> {
  const again = request.clone()
  const response = await sendOnce(request)
  if (!sessionEnded(new URL(request.url).pathname, response.status)) return response
  return (await askToSignInAgain()) ? sendOnce(again) : response
}

async function sendOnce(request: Request): Promise<Response> {
  for (const [name, value] of Object.entries(await commonHeaders(request.method))) request.headers.set(name, value)
  return fetch(request)
}

/** The cookie's token; the session resource hands out a new one where sign-in or sign-out has taken it away. */
async function forgeryToken(): Promise<string> {
  const held = tokenCookie()
  if (held !== '') return held
  await fetch('/api/session', { headers: { 'Accept-Language': language.value } })
  return tokenCookie()
}

function tokenCookie(): string {
  const found = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document.cookie)
  return decodeURIComponent(found?.[1] ?? '')
}
