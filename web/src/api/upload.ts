import type { Outcome } from './client'
import { CANCELLED, problemOf, UNREACHABLE } from './problem'
import { askToSignInAgain, commonHeaders, sessionEnded } from './send'

export interface UploadOptions {
  /** Told the share sent so far, from 0 to 1. */
  onProgress(share: number): void
  signal: AbortSignal
}

/** Sends a form with a file. An XMLHttpRequest, because fetch does not tell how much has been sent. */
export async function upload<T>(path: string, form: FormData, options: UploadOptions): Promise<Outcome<T>> {
  const answer = await uploadOnce<T>(path, form, options)
  if (!sessionEnded(path, answer.problem?.status ?? 0)) return answer
  return (await askToSignInAgain()) ? uploadOnce<T>(path, form, options) : answer
}

async function uploadOnce<T>(path: string, form: FormData, options: UploadOptions): Promise<Outcome<T>> {
  const headers = await commonHeaders('POST')
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = (sent) => options.onProgress(sent.lengthComputable ? sent.loaded / sent.total : 0)
    request.onload = () => resolve(read<T>(request))
    request.onerror = () => resolve({ problem: UNREACHABLE })
    request.onabort = () => resolve({ problem: CANCELLED })
    options.signal.addEventListener('abort', () => request.abort(), { once: true })
    if (options.signal.aborted) resolve({ problem: CANCELLED })
    else request.send(form)
  })
}

function read<T>(request: XMLHttpRequest): Outcome<T> {
  const body = parsed(request.responseText)
  const ok = request.status >= 200 && request.status < 300
  return ok ? { data: body as T } : { problem: problemOf(request.status, body) }
}

/** A proxy in between may answer with a page of its own; that is no reason to fail twice. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined
    throw failure
  }
}
