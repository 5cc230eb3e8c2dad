/** Hands the browser a file that was made here. A byte order mark lets Excel read the Chinese of a .csv. */
export function saveText(name: string, text: string, type: string): void {
  saveBlob(name, new Blob(['\uFEFF', text], { type: `${type};charset=utf-8` }))
}

/** Hands the browser a file as it is. */
export function saveBlob(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
