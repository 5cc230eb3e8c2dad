const TRIES = 20

/**
 * Scrolls to the element with an id and puts the keyboard there. Passages off the screen have an
 * estimated height until they are drawn, so the place is sought again until it holds still.
 */
export async function showAnchor(id: string): Promise<void> {
  const element = document.getElementById(id)
  if (element === null) return
  let top = Number.NaN
  for (let attempt = 0; attempt < TRIES; attempt++) {
    element.scrollIntoView({ block: 'start' })
    await drawn()
    const now = element.getBoundingClientRect().top
    if (now === top) break
    top = now
  }
  element.focus({ preventScroll: true })
}

function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()))
}
