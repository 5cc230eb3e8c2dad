package jingtu.server.document.template;

import java.util.Locale;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;

/**
 * The fonts of official documents. They are named, not embedded: a machine that lacks one takes the
 * nearest that it has.
 */
enum DraftFont {
  /** Of titles. */
  TITLE,
  HEADING,
  SUBHEADING,
  TEXT;

  String family() {
    return say("");
  }

  /** What stands in for it where a machine lacks it. */
  String standIn() {
    return say("-else");
  }

  /** Sets the font of a run for Chinese and for Latin letters, and returns the run. */
  XWPFRun set(XWPFRun run, int points) {
    run.setFontSize(points);
    CTRPr properties = run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
    CTFonts fonts = properties.addNewRFonts();
    fonts.setEastAsia(family());
    fonts.setAscii("Times New Roman");
    fonts.setHAnsi("Times New Roman");
    return run;
  }

  private String say(String part) {
    String key = "template.draft.font." + name().toLowerCase(Locale.ROOT) + part;
    return Messages.say(new Message(key, java.util.List.of()), Language.ZH);
  }
}
