import { computed, ref, watchEffect } from 'vue'

export type Language = 'zh' | 'en'

const KEPT_UNDER = 'jingtu.language'

/** The reader's language: the one chosen last on this machine, Chinese before any choice. */
export const language = ref<Language>(localStorage.getItem(KEPT_UNDER) === 'en' ? 'en' : 'zh')

watchEffect(() => {
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'
})

export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(KEPT_UNDER, chosen)
  language.value = chosen
}

/** The sentences of one feature; both languages have the same keys. */
export interface Messages<Key extends string> {
  zh: Record<Key, string>
  en: Record<Key, string>
}

export function defineMessages<Key extends string>(messages: {
  zh: Record<Key, string>
  en: Record<NoInfer<Key>, string>
}): Messages<Key> {
  return messages
}

export type Values = Record<string, string | number>

/** The text of a key in the reader's language, with `{name}` replaced by `values.name`. */
export type Say<Key extends string> = (key: Key, values?: Values) => string

export function useMessages<Key extends string>(messages: Messages<Key>): Say<Key> {
  return (key, values = {}) => fill(messages[language.value][key], values)
}

export function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

const dateTime = computed(
  () =>
    new Intl.DateTimeFormat(language.value === 'zh' ? 'zh-CN' : 'en-GB', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    }),
)

/** An instant of the server (ISO 8601, UTC) as date and time of the reader's clock: 2026-03-01 09:30. */
export function localTime(instant: string): string {
  const parts = Object.fromEntries(dateTime.value.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`
}
