/** The names in a line of names, in order, each once. Full and half width separators count alike. */
export function splitNames(line: string): string[] {
  const names = line.split(/[\u3001\uff0c\uff1b,;\n]/).map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}
