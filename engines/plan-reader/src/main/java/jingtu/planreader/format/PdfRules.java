package jingtu.planreader.format;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;

/** Collects the straight rules that a page draws, as strokes or as thin filled boxes. */
final class PdfRules extends PDFGraphicsStreamEngine {

  private static final double THIN_POINTS = 3;
  private static final double SHORT_POINTS = 6;

  /** A page with more rules than this is a drawing. */
  private static final int MOST_RULES = 4_000;

  /** What moves the pen, draws, or draws another drawing; text, colours and pictures are not. */
  private static final Set<String> DRAWS =
      Set.of(
          "q", "Q", "cm", "Do", "re", "m", "l", "c", "v", "y", "h", "S", "s", "f", "F", "f*", "B",
          "B*", "b", "b*", "n");

  private final PdfEffort effort;
  private final double height;
  private final double offsetX;
  private final double offsetY;
  private final List<Rule> rules = new ArrayList<>();
  private final List<double[]> path = new ArrayList<>();
  private Point2D current = new Point2D.Double();
  private Point2D begin = new Point2D.Double();

  /**
   * A rule, in points from the page's top left corner.
   *
   * @param upright whether it runs from top to bottom
   * @param at where it stands across its direction
   * @param from where it begins along its direction
   * @param to where it ends
   */
  record Rule(boolean upright, double at, double from, double to) {

    boolean touches(Rule other, double slack) {
      if (upright == other.upright) {
        return Math.abs(at - other.at) <= slack
            && from - slack <= other.to
            && other.from - slack <= to;
      }
      return from - slack <= other.at
          && other.at <= to + slack
          && other.from - slack <= at
          && at <= other.to + slack;
    }
  }

  private PdfRules(PDPage page, PdfEffort effort) {
    super(page);
    this.effort = effort;
    this.height = page.getCropBox().getHeight();
    this.offsetX = page.getCropBox().getLowerLeftX();
    this.offsetY = page.getCropBox().getLowerLeftY();
  }

  static List<Rule> of(PDPage page, PdfEffort effort) throws IOException {
    PdfRules collector = new PdfRules(page, effort);
    collector.processPage(page);
    return collector.rules.size() > MOST_RULES ? List.of() : collector.rules;
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    effort.operate();
    boolean draws = DRAWS.contains(operator.getName());
    if (draws && !(operator.getName().equals("Do") && isPicture(operands))) {
      super.processOperator(operator, operands);
    }
  }

  private boolean isPicture(List<COSBase> operands) {
    return operands.isEmpty()
        || !(operands.getFirst() instanceof COSName name)
        || getResources().isImageXObject(name);
  }

  private void add(double x1, double y1, double x2, double y2) {
    double left = Math.min(x1, x2) - offsetX;
    double right = Math.max(x1, x2) - offsetX;
    double top = height - (Math.max(y1, y2) - offsetY);
    double bottom = height - (Math.min(y1, y2) - offsetY);
    if (rules.size() > MOST_RULES) {
      return;
    }
    if (right - left <= THIN_POINTS && bottom - top > SHORT_POINTS) {
      rules.add(new Rule(true, (left + right) / 2, top, bottom));
    } else if (bottom - top <= THIN_POINTS && right - left > SHORT_POINTS) {
      rules.add(new Rule(false, (top + bottom) / 2, left, right));
    }
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    moveTo((float) p0.getX(), (float) p0.getY());
    for (Point2D corner : List.of(p1, p2, p3, p0)) {
      lineTo((float) corner.getX(), (float) corner.getY());
    }
  }

  @Override
  public void moveTo(float x, float y) {
    current = new Point2D.Double(x, y);
    begin = current;
  }

  @Override
  public void lineTo(float x, float y) {
    path.add(new double[] {current.getX(), current.getY(), x, y});
    current = new Point2D.Double(x, y);
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    current = new Point2D.Double(x3, y3);
  }

  @Override
  public Point2D getCurrentPoint() {
    return current;
  }

  @Override
  public void closePath() {
    lineTo((float) begin.getX(), (float) begin.getY());
  }

  @Override
  public void endPath() {
    path.clear();
  }

  @Override
  public void strokePath() {
    path.forEach(line -> add(line[0], line[1], line[2], line[3]));
    path.clear();
  }

  /** A filled path is a rule where the box around it is thin. */
  @Override
  public void fillPath(int windingRule) {
    double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (double[] line : path) {
      box[0] = Math.min(box[0], Math.min(line[0], line[2]));
      box[1] = Math.min(box[1], Math.min(line[1], line[3]));
      box[2] = Math.max(box[2], Math.max(line[0], line[2]));
      box[3] = Math.max(box[3], Math.max(line[1], line[3]));
    }
    if (!path.isEmpty()) {
      add(box[0], box[1], box[2], box[3]);
    }
    path.clear();
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    strokePath();
  }

  @Override
  public void clip(int windingRule) {}

  @Override
  public void drawImage(PDImage image) {}

  @Override
  public void shadingFill(COSName shadingName) {}
}
