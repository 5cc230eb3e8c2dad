package jingtu.server.register.table;

import static org.assertj.core.api.Assertions.assertThat;

import jingtu.server.register.definition.Definition.Shape;
import jingtu.vocabulary.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GeometryCheckTests {

  @ParameterizedTest(name = "{1} as {0} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POINT   | POINT (117.5 31.2)                                         | sound
          POINT   | MULTIPOINT ((117.5 31.2), (118 31))                        | sound
          LINE    | LINESTRING (117 31, 118 32)                                | sound
          POLYGON | POLYGON ((117 31, 118 31, 118 32, 117 31))                 | sound
          POLYGON | MULTIPOLYGON (((117 31, 118 31, 118 32, 117 31)))          | sound
          POINT   | POINT (73 3)                                               | sound
          NONE    | POINT (117.5 31.2)                                         | register-table.no-geometry
          POINT   | POINT EMPTY                                                | register-table.empty-geometry
          POINT   | LINESTRING (117 31, 118 32)                                | register-table.no-point
          LINE    | POINT (117.5 31.2)                                         | register-table.no-line
          POLYGON | LINESTRING (117 31, 118 32)                                | register-table.no-polygon
          POINT   | GEOMETRYCOLLECTION (POINT (117.5 31.2))                    | register-table.no-point
          POINT   | POINT (31.2 117.5)                                         | register-table.swapped
          POINT   | POINT (500000 3400000)                                     | register-table.outside
          POINT   | POINT (72.99 31)                                           | register-table.outside
          POLYGON | POLYGON ((117 31, 118 32, 118 31, 117 32, 117 31))         | register-table.crosses-itself
          """)
  void saysWhatIsWrongWithAGeometry(Shape shape, String wkt, String expected)
      throws ParseException {
    assertThat(
            GeometryCheck.fault(shape, new WKTReader().read(wkt)).map(Message::key).orElse("sound"))
        .isEqualTo(expected);
  }
}
