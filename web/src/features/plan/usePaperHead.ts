import { onBeforeUnmount, watchEffect } from 'vue'

/** What stands above the text of every printed page, on the left and on the right. */
export interface PaperHead {
  left: string
  right: string
}

/** Prints a head on every page for as long as the component is there; the shared style sheet numbers the pages. */
export function usePaperHead(head: () => PaperHead): void {
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  watchEffect(() => {
    const { left, right } = head()
    sheet.replaceSync(
      `@page { @top-left { font: 8pt sans-serif; content: ${cssString(left)} } @top-right { font: 8pt sans-serif; content: ${cssString(right)} } }`,
    )
  })
  onBeforeUnmount(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
  })
}

/** A text as a string of CSS: whatever could end it is written as its code. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<>]|[^\P{Cc}]/gu, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`
}
