import { ref, type InjectionKey, type Ref } from 'vue'

/**
 * The mark that is active in the document around a block. It comes by this way and not as a property, which would
 * draw every block of a long plan anew whenever the pointer moves.
 */
export const ACTIVE: InjectionKey<Readonly<Ref<string | undefined>>> = Symbol('active mark')

/**
 * The mark that the pointer or the keyboard is on, in the text or in the margin. One pair of listeners
 * on the element around both serves thousands of marks; each element bears its mark as `data-mark`.
 */
export function useHighlight(): { active: Ref<string | undefined>; follow(event: Event): void } {
  const active = ref<string>()

  function follow(event: Event): void {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-mark]') : undefined
    active.value = element?.dataset.mark
  }
  return { active, follow }
}

/** Whether what is active is this mark or a part of it, as a date is part of its task. */
export function isWithin(active: string | undefined, mark: string): boolean {
  return active === mark || (active?.startsWith(`${mark}-`) ?? false)
}
