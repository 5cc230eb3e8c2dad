/** Frames for which a place must hold still, and after which it is taken as it is. */
const STILL = 5
const TRIES = 60

/** Scrolls to the element with an id and puts the keyboard there. */
export async function showAnchor(id: string): Promise<void> {
  const element = document.getElementById(id)
  if (element === null) return
  element.focus({ preventScroll: true })
  await scrollStill(element, 'start', () => true)
}

/**
 * Scrolls to an element for as long as that is wanted. Passages off the screen have an estimated height
 * until they are drawn, some frames later, so the place is sought until it holds still.
 */
export async function scrollStill(element: HTMLElement, block: ScrollLogicalPosition, wanted: () => boolean): Promise<void> {
  let still = 0
  for (let attempt = 0; attempt < TRIES && still < STILL && wanted(); attempt++) {
    const before = element.getBoundingClientRect().top
    element.scrollIntoView({ block })
    await drawn()
    still = element.getBoundingClientRect().top === before ? still + 1 : 0
  }
}

function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()))
}
