package jingtu.server.plan.decomposition.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jingtu.testing.Office;

/** Edits a workbook in LibreOffice by a macro in Basic, as a person does by hand. */
final class Macro {

  private Macro() {}

  /**
   * Runs {@code sub(source, target)} of a test's macro file.
   *
   * @param folder a folder of the test alone, in which LibreOffice keeps its profile
   */
  static Path run(Path folder, String file, String sub, Path source, Path target)
      throws IOException {
    // The first start lays out the profile, and would replace macros that it finds there.
    Files.createDirectories(folder.resolve("profile"));
    Office.run(folder, "--terminate_after_init");
    Path library = Files.createDirectories(folder.resolve("profile/user/basic/Standard"));
    Files.writeString(library.resolve("Edits.xba"), module(InventedItems.text(file)));
    Files.writeString(library.resolve("script.xlb"), LIBRARY);
    Files.writeString(library.resolveSibling("script.xlc"), LIBRARIES);
    Office.run(
        folder,
        "--norestore",
        "macro:///Standard.Edits.%s(\"%s\",\"%s\")".formatted(sub, source.toUri(), target.toUri()));
    return target;
  }

  private static String module(String code) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
    <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits"
      script:language="StarBasic">%s</script:module>
    """
        .formatted(code.replace("&", "&amp;").replace("<", "&lt;"));
  }

  private static final String LIBRARY =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
      <library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
        library:readonly="false" library:passwordprotected="false">
        <library:element library:name="Edits"/>
      </library:library>
      """;

  private static final String LIBRARIES =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
      <library:libraries xmlns:library="http://openoffice.org/2000/library"
        xmlns:xlink="http://www.w3.org/1999/xlink">
        <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/"
          xlink:type="simple" library:link="false"/>
      </library:libraries>
      """;
}
