import { onBeforeUnmount, onMounted } from 'vue'

/** What keys do on the page; letters only where nobody is typing. */
export interface Keys {
  save(): void
  undo(): void
  redo(): void
  /** Leaves the fields for the list. */
  leave(): void
  letters: Record<string, (shift: boolean) => void>
}

/** Hears the keys of a whole page, except while a dialog lies over it. */
export function useKeys(keys: Keys): void {
  function press(event: KeyboardEvent): void {
    const target = event.target instanceof Element ? event.target : document.body
    if (event.isComposing || event.altKey || target.closest('[role=dialog]')) return
    const act = actOf(event, target.matches('input:not([type=checkbox]), select, textarea'))
    if (act === undefined) return
    event.preventDefault()
    act()
  }

  function actOf(event: KeyboardEvent, typing: boolean): (() => void) | undefined {
    const key = event.key.toLowerCase()
    if (event.ctrlKey || event.metaKey) {
      if (key === 's') return keys.save
      if (typing) return undefined
      if (key === 'z') return event.shiftKey ? keys.redo : keys.undo
      return key === 'y' ? keys.redo : undefined
    }
    if (key === 'escape') return keys.leave
    const letter = typing ? undefined : keys.letters[key]
    return letter && (() => letter(event.shiftKey))
  }

  onMounted(() => window.addEventListener('keydown', press))
  onBeforeUnmount(() => window.removeEventListener('keydown', press))
}
