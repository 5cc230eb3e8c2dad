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

/** Scrolls to an element for as long as that is wanted. */
export async function scrollStill(element: HTMLElement, block: ScrollLogicalPosition, wanted: () => boolean): Promise<void> {
  await untilStill(element, () => element.scrollIntoView({ block }), wanted)
}

/** Brings words into the middle of the window for as long as that is wanted; words that are well in it stay. */
export async function scrollToWords(words: Range, passage: HTMLElement, wanted: () => boolean): Promise<void> {
  const seek = () => {
    const { top, bottom, height } = words.getBoundingClientRect()
    if (height === 0) passage.scrollIntoView({ block: 'center' })
    else if (top < window.innerHeight * 0.15 || bottom > window.innerHeight * 0.85) {
      window.scrollBy({ top: (top + bottom - window.innerHeight) / 2 })
    }
  }
  await untilStill(words, seek, wanted)
}

/**
 * Passages off the screen have an estimated height until they are drawn, some frames later, so a place is
 * sought until it holds still.
 */
async function untilStill(place: Pick<Element, 'getBoundingClientRect'>, seek: () => void, wanted: () => boolean): Promise<void> {
  let still = 0
  for (let attempt = 0; attempt < TRIES && still < STILL && wanted(); attempt++) {
    const before = place.getBoundingClientRect().top
    seek()
    await drawn()
    still = place.getBoundingClientRect().top === before ? still + 1 : 0
  }
}

function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()))
}
