package jingtu.planreader.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * A .pdf whose streams are measured each time before PDFBox unpacks them into memory, which it does
 * whole and without a limit.
 */
final class PdfFile extends PDFParser {

  /** Filters of text and of drawings; the others are of pictures, which are not looked at. */
  private static final Set<COSName> MEASURED =
      Set.of(
          COSName.FLATE_DECODE,
          COSName.FLATE_DECODE_ABBREVIATION,
          COSName.LZW_DECODE,
          COSName.LZW_DECODE_ABBREVIATION,
          COSName.ASCII_HEX_DECODE,
          COSName.ASCII_HEX_DECODE_ABBREVIATION,
          COSName.ASCII85_DECODE,
          COSName.ASCII85_DECODE_ABBREVIATION,
          COSName.RUN_LENGTH_DECODE,
          COSName.RUN_LENGTH_DECODE_ABBREVIATION,
          COSName.CRYPT);

  private final PdfEffort effort;

  private PdfFile(byte[] content, PdfEffort effort) throws IOException {
    super(new RandomAccessReadBuffer(content));
    this.effort = effort;
    this.document = new MeasuredDocument();
  }

  static PDDocument open(byte[] content, PdfEffort effort) throws IOException {
    return new PdfFile(content, effort).parse();
  }

  /** Measures what a page shows: PDFBox does not unpack a single stream, it reads on and on. */
  static void measure(PDPage page) throws IOException {
    for (Iterator<PDStream> streams = page.getContentStreams(); streams.hasNext(); ) {
      if (streams.next().getCOSObject() instanceof MeasuredStream stream) {
        stream.measure();
      }
    }
  }

  private final class MeasuredDocument extends COSDocument {
    private final RandomAccessStreamCache cache = IOUtils.createMemoryOnlyStreamCache().create();

    MeasuredDocument() throws IOException {
      super(PdfFile.this);
    }

    @Override
    public COSStream createCOSStream(COSDictionary dictionary, long start, long length)
        throws IOException {
      MeasuredStream stream = new MeasuredStream(cache, start, length);
      dictionary.forEach(stream::setItem);
      stream.setKey(dictionary.getKey());
      return stream;
    }
  }

  private final class MeasuredStream extends COSStream {

    MeasuredStream(RandomAccessStreamCache cache, long start, long length) throws IOException {
      super(cache, createRandomAccessReadView(start, length));
    }

    @Override
    public COSInputStream createInputStream(DecodeOptions options) throws IOException {
      measure();
      return super.createInputStream(options);
    }

    @Override
    public RandomAccessRead createView() throws IOException {
      measure();
      return super.createView();
    }

    /** Unpacks as {@link Filter#decode} does, each filter once; of the last it keeps nothing. */
    private void measure() throws IOException {
      InputStream input = createRawInputStream();
      List<COSName> filters = List.copyOf(new LinkedHashSet<>(names(getFilters())));
      for (int i = 0; i < filters.size(); i++) {
        if (!MEASURED.contains(filters.get(i))) {
          throw new IOException("a picture: " + filters.get(i).getName());
        }
        boolean last = i == filters.size() - 1;
        Counted output = new Counted(!last);
        Filter filter = FilterFactory.INSTANCE.getFilter(filters.get(i));
        filter.decode(input, output, this, i, DecodeOptions.DEFAULT);
        input = new ByteArrayInputStream(output.bytes.toByteArray());
      }
    }
  }

  private static List<COSName> names(COSBase filters) {
    if (filters instanceof COSArray several) {
      return several.toList().stream()
          .filter(COSName.class::isInstance)
          .map(COSName.class::cast)
          .toList();
    }
    return filters instanceof COSName one ? List.of(one) : List.of();
  }

  /** Counts bytes until there are too many. */
  private final class Counted extends OutputStream {
    private final boolean keeps;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Counted(boolean keeps) {
      this.keeps = keeps;
    }

    @Override
    public void write(int value) throws IOException {
      effort.unpack(1);
      if (keeps) {
        bytes.write(value);
      }
    }

    @Override
    public void write(byte[] values, int offset, int length) throws IOException {
      effort.unpack(length);
      if (keeps) {
        bytes.write(values, offset, length);
      }
    }
  }
}
