import createClient from 'openapi-fetch'
import { problemOf, UNREACHABLE, type Problem } from './problem'
import type { paths } from './schema'
import { send } from './send'

export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: send })

/** The outcome of one request: what came, or why it did not. */
export type Outcome<T> = { data: T; problem?: undefined } | { data?: undefined; problem: Problem }

interface Answer<T> {
  data?: T | undefined
  error?: unknown
  response: Response
}

/** Waits for an answer of {@link api} and turns every way of failing into a {@link Problem}. */
export async function outcome<T>(asked: Promise<Answer<T>>): Promise<Outcome<T>> {
  try {
    const { data, error, response } = await asked
    return response.ok ? { data: data as T } : { problem: problemOf(response.status, error) }
  } catch (failure) {
    if (failure instanceof TypeError) return { problem: UNREACHABLE }
    throw failure
  }
}
