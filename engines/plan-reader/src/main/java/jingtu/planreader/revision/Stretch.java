package jingtu.planreader.revision;

/**
 * Some words of a sentence in both versions.
 *
 * @param same whether they are the same, apart from blanks and widths
 * @param before as printed in the older version; empty where there were none
 * @param after as printed in the newer version; empty where there are none
 */
public record Stretch(boolean same, String before, String after) {}
