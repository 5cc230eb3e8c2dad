/** A stretch of text, counted in code points: the first, and one past the last. */
export interface Span {
  start: number
  end: number
}

/**
 * Translates between code points, in which the server counts, and UTF-16 units, in which strings do.
 * The two differ from the first supplementary character on, such as a rare ideograph of a place name.
 */
export interface CodePoints {
  readonly length: number
  slice(start: number, end: number): string
  /** The code point that begins at a UTF-16 index. */
  at(unit: number): number
}

export function codePoints(text: string): CodePoints {
  const plain = !/[\ud800-\udfff]/.test(text)
  return plain ? new Plain(text) : new Mixed(text)
}

/** Text in which every code point is one unit; nearly every text is. */
class Plain implements CodePoints {
  readonly length: number

  constructor(private readonly text: string) {
    this.length = text.length
  }

  slice(start: number, end: number): string {
    return this.text.slice(start, end)
  }

  at(unit: number): number {
    return unit
  }
}

class Mixed implements CodePoints {
  /** `units[i]` is where code point `i` begins; the last entry is the length of the text. */
  private readonly units: number[] = [0]

  constructor(private readonly text: string) {
    for (const point of text) this.units.push((this.units.at(-1) ?? 0) + point.length)
  }

  get length(): number {
    return this.units.length - 1
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.units[start], this.units[end])
  }

  at(unit: number): number {
    let low = 0
    let high = this.units.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.units[middle] ?? 0) <= unit) low = middle
      else high = middle - 1
    }
    return low
  }
}
