package jingtu.server.document.evidence;

import java.util.Locale;

/**
 * The names of folders and files in a package: numbered, so that no two are the same, and such that
 * Windows, which is the strictest, unpacks them anywhere. Source: Naming Files, Paths, and
 * Namespaces (Microsoft Learn).
 */
record PackageNames(int things) {

  private static final String NOT_ALLOWED = "[\\\\/:*?\"<>|\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]";

  /** Together with a file's name and a drive less than the 260 characters of a Windows path. */
  private static final int LONGEST_FOLDER = 60;

  private static final int LONGEST_FILE = 100;

  /** {@code 07}, or {@code 007} among more than a hundred. */
  String number(int thing) {
    return padded(thing, things);
  }

  /** {@code 07-02}: the second file of the seventh thing. */
  String number(int thing, int file, int files) {
    return number(thing) + "-" + padded(file, files);
  }

  String folder(int thing, String heading) {
    return number(thing) + "-" + unended(shortened(plain(heading), LONGEST_FOLDER));
  }

  /** The file's own name after its number; where it is shortened, its ending stays. */
  String file(String number, String name) {
    String plain = plain(name);
    int dot = plain.lastIndexOf('.');
    String ending = dot < 0 ? "" : plain.substring(dot);
    String stem = dot < 0 ? plain : plain.substring(0, dot);
    return number + " " + shortened(stem, LONGEST_FILE - ending.length()) + ending;
  }

  private static String padded(int number, int of) {
    int digits = Math.max(2, Integer.toString(of).length());
    return String.format(Locale.ROOT, "%0" + digits + "d", number);
  }

  private static String plain(String name) {
    return name.replaceAll(NOT_ALLOWED, "_").strip();
  }

  private static String shortened(String name, int longest) {
    return name.codePointCount(0, name.length()) <= longest
        ? name
        : name.substring(0, name.offsetByCodePoints(0, longest));
  }

  /** Windows drops dots and spaces at the end of a folder's name, and then finds it no more. */
  private static String unended(String name) {
    return name.replaceAll("[. ]+$", "");
  }
}
