package jingtu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.testing.Needs;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Who may do what, as a table: {@code rights.csv} has a line for every mapping that Spring knows
 * and every role. {@code own} is the status for somebody of the region in question, {@code foreign}
 * for the same role in another region, {@code none} for somebody who is not signed in.
 */
@WholeServer
class RightsTests {

  private static final Path TABLE =
      Needs.repository().resolve("server/src/test/resources/rights.csv");

  /**
   * Where the servlet container turns when it refuses by itself; asked for directly, it has
   * nothing.
   */
  private static final String ERROR_PAGE = "GET /error";

  @Autowired ApplicationContext context;
  @Autowired County county;
  @Autowired List<RightsFixture> fixtures;

  private final Map<String, AbstractMockHttpServletRequestBuilder<?>> unserved = new HashMap<>();
  private final Map<String, Integer> asStranger = new HashMap<>();

  /** One line of the table. */
  private record Line(String method, String path, Role role, int own, int foreign, int none) {
    static Line of(String line) {
      String[] cells = line.split(",", -1);
      return new Line(
          cells[0],
          cells[1],
          Role.valueOf(cells[2]),
          Integer.parseInt(cells[3]),
          Integer.parseInt(cells[4]),
          Integer.parseInt(cells[5]));
    }

    String key() {
      return method + " " + path + " " + role;
    }
  }

  private static List<Line> table() throws IOException {
    return Files.readAllLines(TABLE, StandardCharsets.UTF_8).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("method,"))
        .map(Line::of)
        .toList();
  }

  private Set<String> mappings() {
    Set<String> mappings = new TreeSet<>();
    for (RequestMappingInfoHandlerMapping known :
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
      known.getHandlerMethods().keySet().forEach(info -> mappings.addAll(mappings(info)));
    }
    return mappings;
  }

  private static Set<String> mappings(RequestMappingInfo info) {
    Set<String> mappings = new HashSet<>();
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    for (String path : info.getPatternValues()) {
      (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
          .forEach(method -> mappings.add(method + " " + path));
    }
    return mappings;
  }

  @Test
  void everyMappingHasALineForEveryRoleAndNoOtherLineIsThere() throws IOException {
    Set<String> wanted = new TreeSet<>();
    for (String mapping : mappings()) {
      Arrays.stream(Role.values()).forEach(role -> wanted.add(mapping + " " + role));
    }
    List<String> lines = table().stream().map(Line::key).toList();
    assertThat(lines).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(lines)).isEqualTo(wanted);
  }

  @Test
  void everyMappingHasAnOwnerWhoGets2xx() throws IOException {
    Set<String> owned = new TreeSet<>();
    for (Line line : table()) {
      if (line.own() >= 200 && line.own() < 300) {
        owned.add(line.method() + " " + line.path());
      }
    }
    owned.add(ERROR_PAGE);
    assertThat(owned).isEqualTo(mappings());
  }

  @TestFactory
  Stream<DynamicTest> theServerAnswersAsTheTableSays() throws IOException {
    return table().stream()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.key(),
                    () -> {
                      List<Integer> answers = new ArrayList<>();
                      answers.add(ask(line, Optional.of(County.OWN)));
                      answers.add(ask(line, Optional.of(County.FOREIGN)));
                      answers.add(ask(line, Optional.empty()));
                      assertThat(answers)
                          .as("own, foreign, none")
                          .containsExactly(line.own(), line.foreign(), line.none());
                    }));
  }

  /** Asks as somebody of that region, or as nobody, for whom the role makes no difference. */
  private int ask(Line line, Optional<RegionCode> from) {
    String mapping = line.method() + " " + line.path();
    if (from.isPresent()) {
      return ask(line, mapping, from.get());
    }
    return asStranger.computeIfAbsent(mapping, key -> status(county.stranger(), line, key));
  }

  private int ask(Line line, String mapping, RegionCode region) {
    boolean ends = fixture(line).endsSession(line.method(), line.path());
    return status(
        ends ? county.newClient(line.role(), region) : county.client(line.role(), region),
        line,
        mapping);
  }

  /**
   * Sends what was made for this mapping and has not served yet: whoever is refused, or only looks,
   * leaves everything as it was.
   */
  private int status(Client client, Line line, String mapping) {
    AbstractMockHttpServletRequestBuilder<?> request =
        Optional.<AbstractMockHttpServletRequestBuilder<?>>ofNullable(unserved.remove(mapping))
            .orElseGet(
                () ->
                    fixture(line)
                        .request(HttpMethod.valueOf(line.method()), line.path(), County.OWN));
    int status = client.send(request).getResponse().getStatus();
    if (status >= 400 || HttpMethod.GET.matches(line.method())) {
      unserved.put(mapping, request);
    }
    return status;
  }

  private RightsFixture fixture(Line line) {
    return fixtures.stream()
        .filter(f -> f.covers(line.path()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no RightsFixture covers " + line.path()));
  }
}
