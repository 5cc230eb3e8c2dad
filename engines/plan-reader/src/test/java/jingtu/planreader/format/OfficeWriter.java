package jingtu.planreader.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jingtu.testing.Office;

/** LibreOffice, which writes the same document in other formats. */
final class OfficeWriter {

  /**
   * Opens a document, accepts all changes as a person does in the menu, saves it, and saves what
   * was saved in another format: before that, items that were changed go without their numbers.
   */
  private static final String MACRO =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
      <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes"
          script:language="StarBasic">
      Function Opened(source As String) As Object
        Dim hidden(0) As New com.sun.star.beans.PropertyValue
        hidden(0).Name = "Hidden"
        hidden(0).Value = True
        Opened = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
      End Function

      Sub Save(document As Object, target As String, filter As String)
        Dim format(0) As New com.sun.star.beans.PropertyValue
        format(0).Name = "FilterName"
        format(0).Value = filter
        document.storeToURL(target, format())
        document.close(True)
      End Sub

      Sub Accept(source As String, target As String, filter As String)
        document = Opened(source)
        dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
        frame = document.CurrentController.Frame
        dispatcher.executeDispatch(frame, ".uno:AcceptAllTrackedChanges", "", 0, Array())
        Save(document, source + ".odt", "writer8")
        Save(Opened(source + ".odt"), target, filter)
      End Sub
      </script:module>
      """;

  private static final String LIBRARIES =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
      <library:libraries xmlns:library="http://openoffice.org/2000/library">
       <library:library library:name="Standard" library:link="false"/>
      </library:libraries>
      """;

  private static final String LIBRARY =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
      <library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
          library:readonly="false" library:passwordprotected="false">
       <library:element library:name="Changes"/>
      </library:library>
      """;

  /** Without this a first start puts libraries of its own in the place of ours. */
  private static final String SETTINGS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry">
       <item oor:path="/org.openoffice.Setup/Office">
        <prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop>
       </item>
      </oor:items>
      """;

  private OfficeWriter() {}

  /** Converts a file; skips the test where LibreOffice is not installed. */
  static byte[] convert(Path folder, byte[] content, String from, String to) {
    try {
      Path source = Files.write(folder.resolve("plan." + from), content);
      return Files.readAllBytes(Office.convert(folder, source, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Accepts all tracked changes of a .docx and saves it in another format: LibreOffice prints
   * deletions struck through and writes them into a page without any mark.
   */
  static byte[] acceptChanges(Path folder, byte[] word, String to) {
    String filter =
        switch (to) {
          case "pdf" -> "writer_pdf_Export";
          case "html" -> "HTML (StarWriter)";
          case "doc" -> "MS Word 97";
          default -> throw new IllegalArgumentException(to);
        };
    try {
      Path source = Files.write(folder.resolve("plan.docx"), word);
      Path target = folder.resolve("accepted." + to);
      Path user = folder.resolve("profile/user");
      Path library = Files.createDirectories(user.resolve("basic/Standard"));
      Files.writeString(user.resolve("registrymodifications.xcu"), SETTINGS);
      Files.writeString(user.resolve("basic/script.xlc"), LIBRARIES);
      Files.writeString(library.resolve("script.xlb"), LIBRARY);
      Files.writeString(library.resolve("Changes.xba"), MACRO);
      Office.run(
          folder,
          "macro:///Standard.Changes.Accept(\"%s\",\"%s\",\"%s\")"
              .formatted(source.toUri(), target.toUri(), filter));
      return Files.readAllBytes(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
