package jingtu.server.duty.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import jingtu.server.document.template.TemplateValue;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.StandardChartTheme;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Numbers as bars, drawn for paper. The same numbers give the same picture on machines with the
 * same fonts.
 *
 * @param names what the bars count, from the top or from the left
 * @param series the bars of each name
 */
record BarChart(Form form, List<String> names, List<Series> series) {

  BarChart {
    names = List.copyOf(names);
    series = List.copyOf(series);
  }

  /** How bars stand. */
  enum Form {
    /** Side by side, upwards. */
    GROUPED,
    /** One bar for each name, from the left, its series one after the other. */
    STACKED
  }

  /**
   * The numbers of one kind.
   *
   * @param counts {@code counts[i]} belongs to {@code names[i]}
   */
  record Series(String name, List<Integer> counts) {
    Series {
      counts = List.copyOf(counts);
    }
  }

  private static final int WIDTH_MM = 150;
  private static final int WIDTH = 1500;
  private static final int HEIGHT = 760;
  private static final int LETTERS = 32;
  private static final int LEGEND = 24;
  private static final int ROW_HEIGHT = 70;
  private static final int MARGIN_HEIGHT = 190;

  /** What of a page a chart may take; rows and letters are smaller where there are many names. */
  private static final int HIGHEST = 2100;

  private static final double LETTERS_OF_ROW = 0.45;

  /** Told apart in black and white as well: dark, middle, light. */
  private static final List<Color> COLOURS =
      List.of(new Color(0x6B4A1F), new Color(0xC8A165), new Color(0xB03A2E));

  /** Empty where no font of the machine can show its words. */
  Optional<TemplateValue> draw() {
    String words =
        String.join("", names) + String.join("", series.stream().map(Series::name).toList());
    return ChartFont.showing(words + "0123456789").map(this::draw);
  }

  private TemplateValue draw(String family) {
    int rows = Math.max(2, names.size());
    int rowHeight = Math.min(ROW_HEIGHT, (HIGHEST - MARGIN_HEIGHT) / rows);
    int height = form == Form.GROUPED ? HEIGHT : MARGIN_HEIGHT + rows * rowHeight;
    int letters =
        form == Form.GROUPED
            ? LETTERS
            : (int) Math.min(LETTERS, Math.round(rowHeight * LETTERS_OF_ROW));
    JFreeChart chart = chart(new Font(family, Font.PLAIN, letters));
    try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
      ChartUtils.writeChartAsPNG(png, chart, WIDTH, height);
      return new TemplateValue.Picture(png.toByteArray(), WIDTH_MM);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a PNG into memory", e);
    }
  }

  private JFreeChart chart(Font font) {
    boolean stacked = form == Form.STACKED;
    JFreeChart chart =
        stacked
            ? ChartFactory.createStackedBarChart(
                null, null, null, numbers(), PlotOrientation.HORIZONTAL, true, false, false)
            : ChartFactory.createBarChart(
                null, null, null, numbers(), PlotOrientation.VERTICAL, true, false, false);
    StandardChartTheme theme = new StandardChartTheme("paper");
    theme.setExtraLargeFont(font);
    theme.setLargeFont(font);
    theme.setRegularFont(font);
    theme.setSmallFont(font);
    theme.setPlotBackgroundPaint(Color.WHITE);
    theme.setRangeGridlinePaint(Color.LIGHT_GRAY);
    theme.setShadowVisible(false);
    theme.setBarPainter(new StandardBarPainter());
    theme.apply(chart);
    look(chart.getCategoryPlot(), font);
    return chart;
  }

  private void look(CategoryPlot plot, Font font) {
    plot.setOutlineVisible(false);
    plot.setRangeGridlineStroke(new BasicStroke(1));
    NumberAxis counts = (NumberAxis) plot.getRangeAxis();
    counts.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    counts.setUpperMargin(0.12);
    CategoryAxis axis = plot.getDomainAxis();
    axis.setMaximumCategoryLabelWidthRatio(form == Form.STACKED ? 0.4f : 1f);
    axis.setMaximumCategoryLabelLines(2);
    BarRenderer bars = (BarRenderer) plot.getRenderer();
    bars.setMaximumBarWidth(form == Form.STACKED ? 1 : 0.08);
    axis.setCategoryMargin(form == Form.STACKED ? 0.3 : 0.2);
    for (int i = 0; i < series.size(); i++) {
      bars.setSeriesPaint(i, colour(i));
      bars.setSeriesItemLabelFont(i, font);
      bars.setSeriesItemLabelPaint(
          i, form == Form.STACKED && i % COLOURS.size() != 1 ? Color.WHITE : Color.BLACK);
    }
    bars.setDefaultLegendShape(new Rectangle(-LEGEND / 2, -LEGEND / 2, LEGEND, LEGEND));
    bars.setDefaultItemLabelGenerator(new Counts(form == Form.GROUPED));
    bars.setDefaultItemLabelsVisible(true);
  }

  /** Side by side, the last is the darkest. */
  private Color colour(int at) {
    int place = form == Form.GROUPED ? series.size() - 1 - at : at;
    return COLOURS.get(place % COLOURS.size());
  }

  /** The number of each bar; a nought is not written into one that is not there. */
  private static final class Counts extends StandardCategoryItemLabelGenerator {

    private static final long serialVersionUID = 1;

    private final boolean noughts;

    Counts(boolean noughts) {
      this.noughts = noughts;
    }

    @Override
    public String generateLabel(CategoryDataset numbers, int row, int column) {
      int count = numbers.getValue(row, column).intValue();
      return count == 0 && !noughts ? "" : Integer.toString(count);
    }
  }

  private DefaultCategoryDataset numbers() {
    DefaultCategoryDataset numbers = new DefaultCategoryDataset();
    for (Series each : series) {
      for (int i = 0; i < names.size(); i++) {
        numbers.addValue(each.counts().get(i), each.name(), names.get(i));
      }
    }
    return numbers;
  }
}
