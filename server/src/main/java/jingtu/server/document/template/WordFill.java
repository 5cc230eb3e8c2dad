package jingtu.server.document.template;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.data.PictureType;
import com.deepoove.poi.data.Pictures;
import com.deepoove.poi.policy.PictureRenderPolicy;
import com.deepoove.poi.render.compute.RenderDataCompute;
import com.deepoove.poi.render.processor.DocumentProcessor;
import com.deepoove.poi.resolver.TemplateResolver;
import com.deepoove.poi.util.RegexUtils;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlCursor;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;

/**
 * Fills a Word template that {@link WordScan} found sound. poi-tl finds fields that Word or
 * LibreOffice split over several runs and puts words and pictures in their place; which value that
 * is, and how rows repeat, is decided here.
 */
final class WordFill {

  private static final double PIXELS_PER_MM = 96 / 25.4;

  private final TemplateKind kind;
  private final TemplateValues values;
  private final Set<String> pictures;
  private final Configure configure;
  private final TemplateResolver resolver;

  private WordFill(TemplateKind kind, TemplateValues values, Set<String> pictures) {
    this.kind = kind;
    this.values = values;
    this.pictures = pictures;
    var builder =
        Configure.builder()
            .buildGrammerRegex(RegexUtils.createGeneral("{{", "}}"))
            .setValidErrorHandler(new Configure.ClearHandler())
            .setRenderDataComputeFactory(model -> outsideRows());
    pictures.forEach(words -> builder.bind(words, new PictureRenderPolicy()));
    this.configure = builder.build();
    this.resolver = new TemplateResolver(configure);
  }

  /**
   * The filled document.
   *
   * @param pictures what stands between the braces of fields that are pictures
   */
  static byte[] fill(
      byte[] template, TemplateKind kind, Set<String> pictures, TemplateValues values) {
    WordFill fill = new WordFill(kind, values, pictures);
    try {
      return fill.fillRest(fill.fillRows(OwnRuns.of(template)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a document into memory", e);
    }
  }

  private byte[] fillRows(byte[] template) throws IOException {
    try (XWPFTemplate word = XWPFTemplate.compile(new ByteArrayInputStream(template), configure)) {
      word.getXWPFDocument().getTables().forEach(table -> fillRows(word, table));
      blocks(word.getXWPFDocument()).forEach(block -> repeat(word, block));
      return bytes(word);
    }
  }

  private byte[] fillRest(byte[] template) throws IOException {
    try (XWPFTemplate word = XWPFTemplate.compile(new ByteArrayInputStream(template), configure)) {
      word.render(Map.of());
      TypedBraces.putBack(word.getXWPFDocument());
      return bytes(word);
    }
  }

  private static byte[] bytes(XWPFTemplate word) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    word.write(bytes);
    return bytes.toByteArray();
  }

  /** Paragraphs that follow each other and are repeated together for the same records. */
  private record Block(TemplateRows rows, List<XWPFParagraph> paragraphs) {}

  private List<Block> blocks(XWPFDocument word) {
    List<Block> blocks = new ArrayList<>();
    Optional<TemplateRows> before = Optional.empty();
    for (IBodyElement element : word.getBodyElements()) {
      Optional<TemplateRows> rows =
          element instanceof XWPFParagraph paragraph
              ? RowTags.of(paragraph, kind)
              : Optional.empty();
      if (rows.isPresent()) {
        if (!rows.equals(before)) {
          blocks.add(new Block(rows.get(), new ArrayList<>()));
        }
        blocks.getLast().paragraphs().add((XWPFParagraph) element);
      }
      before = rows;
    }
    return blocks;
  }

  /** Puts a copy of the paragraphs for each record in their place; without records they go. */
  private void repeat(XWPFTemplate template, Block block) {
    XWPFDocument word = template.getXWPFDocument();
    XWPFParagraph first = block.paragraphs().getFirst();
    for (Map<String, TemplateValue> record : values.of(block.rows())) {
      for (XWPFParagraph model : block.paragraphs()) {
        try (XmlCursor before = first.getCTP().newCursor()) {
          CTP copy = word.insertNewParagraph(before).getCTP();
          copy.set(model.getCTP().copy());
          new DocumentProcessor(template, resolver, inRow(record))
              .process(resolver.resolveBodyElements(List.of(new XWPFParagraph(copy, word))));
        }
      }
    }
    block
        .paragraphs()
        .forEach(model -> word.removeBodyElement(word.getBodyElements().indexOf(model)));
  }

  private void fillRows(XWPFTemplate word, XWPFTable table) {
    for (int at = table.getNumberOfRows() - 1; at >= 0; at--) {
      XWPFTableRow row = table.getRow(at);
      row.getTableCells().forEach(cell -> cell.getTables().forEach(in -> fillRows(word, in)));
      RowTags tags = RowTags.of(row, kind);
      if (tags.rows().isPresent()) {
        repeat(word, table, at, tags);
      }
    }
  }

  /** Puts a copy of the row for each record in its place; without records it stays, empty. */
  private void repeat(XWPFTemplate word, XWPFTable table, int at, RowTags tags) {
    var records = values.of(tags.rows().orElseThrow());
    if (records.isEmpty()) {
      render(word, table.getRow(at), Map.of());
      return;
    }
    CTRow model = (CTRow) table.getRow(at).getCtRow().copy();
    List<XWPFTableRow> rows = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      rows.add(i == 0 ? table.getRow(at) : insert(table, at + i, model));
      render(word, rows.getLast(), records.get(i));
    }
    VerticalMerge.of(rows, tags.merged());
  }

  /** Into the file's own XML: the list of rows that POI keeps beside it is not used afterwards. */
  private static XWPFTableRow insert(XWPFTable table, int at, CTRow model) {
    CTRow inserted = table.getCTTbl().insertNewTr(at);
    inserted.set(model);
    return new XWPFTableRow(inserted, table);
  }

  private void render(XWPFTemplate word, XWPFTableRow row, Map<String, TemplateValue> record) {
    DocumentProcessor processor = new DocumentProcessor(word, resolver, inRow(record));
    for (XWPFTableCell cell : row.getTableCells()) {
      processor.process(resolver.resolveBodyElements(cell.getBodyElements()));
    }
  }

  private RenderDataCompute outsideRows() {
    return words -> rendered(words, value(words, Map.of()));
  }

  private RenderDataCompute inRow(Map<String, TemplateValue> record) {
    return words -> rendered(words, value(words, record));
  }

  private TemplateValue value(String words, Map<String, TemplateValue> record) {
    return values.of(FieldTag.of(words, kind), record);
  }

  /** A field of a picture that has none is cleared, and never taken for the name of a file. */
  private @Nullable Object rendered(String words, TemplateValue value) {
    return pictures.contains(words.strip()) && !(value instanceof TemplateValue.Picture)
        ? null
        : rendered(value);
  }

  private static Object rendered(TemplateValue value) {
    return switch (value) {
      case TemplateValue.Picture(byte[] content, int widthMm) -> picture(content, widthMm);
      case TemplateValue.Text text -> TypedBraces.hide(PlainText.of(text.words()));
      case TemplateValue.Figure figure -> figure.inWords();
    };
  }

  private static Object picture(byte[] content, int widthMm) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(content));
      int width = (int) Math.round(widthMm * PIXELS_PER_MM);
      return Pictures.ofBytes(content, PictureType.PNG)
          .size(width, Math.max(1, width * image.getHeight() / image.getWidth()))
          .create();
    } catch (IOException e) {
      throw new IllegalArgumentException("no PNG", e);
    }
  }
}
