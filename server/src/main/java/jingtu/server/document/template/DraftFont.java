package jingtu.server.document.template;

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
  HEADING,
  TEXT;

  String family() {
    return switch (this) {
      case HEADING -> Messages.say(Message.of("template.draft.font.heading"), Language.ZH);
      case TEXT -> Messages.say(Message.of("template.draft.font.text"), Language.ZH);
    };
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
}
