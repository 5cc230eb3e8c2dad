package jingtu.server.plan.decomposition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.plan.ImportPlan;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.decomposition.comment.CommentRound;
import jingtu.server.plan.decomposition.comment.CommentRounds;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Plans with work, rounds of comments and documents, each made for the one request. */
@TestComponent
public class DecompositionRights implements RightsFixture {

  private static final String ORGANISATION = "某单位";
  private static final String SOURCE =
      """
      {"version": 1, "kind": "NOTICE", "title": "通知", "number": "", "issuer": "", "text": ""}
      """;

  private final ImportPlan importPlan;
  private final WorkItems items;
  private final WorkSources sources;
  private final CommentRounds rounds;
  private final County county;

  DecompositionRights(
      ImportPlan importPlan,
      WorkItems items,
      WorkSources sources,
      CommentRounds rounds,
      County county) {
    this.importPlan = importPlan;
    this.items = items;
    this.sources = sources;
    this.rounds = rounds;
    this.county = county;
  }

  @Override
  public boolean covers(String path) {
    return isOne(path);
  }

  /** Whether an address is one of this part. */
  public static boolean isOne(String path) {
    return path.startsWith("/api/work-sources")
        || path.startsWith("/api/plans/{id}/comment-rounds")
        || List.of("", "/changes", "/proposals", "/persons").stream()
            .anyMatch(end -> path.equals("/api/plans/{id}/work-items" + end));
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    Scope scope = county.person(Role.COORDINATOR, region).scope();
    if (path.startsWith("/api/work-sources")) {
      return ofSource(method, path, scope);
    }
    PlanId plan = Decomposed.imported(importPlan, scope, region);
    return path.contains("comment-rounds")
        ? ofRound(method, path, scope, plan)
        : json(MockMvcRequestBuilders.request(method, path, plan.value()), body(path));
  }

  private AbstractMockHttpServletRequestBuilder<?> ofSource(
      HttpMethod method, String path, Scope scope) {
    if (path.endsWith("/text")) {
      return MockMvcRequestBuilders.multipart(path)
          .file(new MockMultipartFile("file", "通知.txt", "text/plain", Decomposed.text()));
    }
    if (!path.contains("{id}")) {
      return json(MockMvcRequestBuilders.request(method, path), SOURCE);
    }
    WorkSources.Entry entry =
        new WorkSources.Entry(
            SourceKind.NOTICE,
            "通知",
            "",
            "",
            Optional.of(LocalDate.of(2026, 7, 6)),
            Optional.empty(),
            "");
    if (sources.add(scope, entry) instanceof WorkSources.Outcome.Kept(WorkSource source)) {
      String body = path.endsWith("/changes") ? body(path) : SOURCE;
      return json(MockMvcRequestBuilders.request(method, path, source.id().value()), body);
    }
    throw new AssertionError("no source");
  }

  private AbstractMockHttpServletRequestBuilder<?> ofRound(
      HttpMethod method, String path, Scope scope, PlanId plan) {
    WorkItem item =
        Decomposed.applied(
                items.apply(
                    scope,
                    plan,
                    List.of(new WorkItemChange.Add(MadeItems.bare(ORGANISATION, "某事")))))
            .getFirst();
    if (!path.contains("{round}")) {
      return json(
          MockMvcRequestBuilders.request(method, path, plan.value()),
          "{\"closesOn\": \"2099-12-31\"}");
    }
    CommentRound round = opened(rounds.open(scope, plan, LocalDate.of(2099, 12, 31)));
    UUID id = round.id();
    if (path.endsWith("/sheets")) {
      byte[] sheet = rounds.sheet(scope, plan, id, ORGANISATION, Language.ZH).orElseThrow();
      return MockMvcRequestBuilders.multipart(path, plan.value(), id)
          .file(new MockMultipartFile("files", "表.xlsx", "application/octet-stream", sheet));
    }
    if (path.contains("{comment}")) {
      CommentRound commented =
          opened(rounds.type(scope, plan, id, ORGANISATION, Optional.of(item.id()), "太急", ""));
      return json(
          MockMvcRequestBuilders.request(
              method, path, plan.value(), id, commented.comments().getFirst().id()),
          "{\"version\": 1, \"decision\": \"REFUSED\", \"reason\": \"时限由方案定\"}");
    }
    return json(MockMvcRequestBuilders.request(method, path, plan.value(), id), body(path))
        .param("organisation", ORGANISATION);
  }

  private static CommentRound opened(CommentRounds.Outcome outcome) {
    if (outcome instanceof CommentRounds.Outcome.Done(CommentRound round, var findings)) {
      return round;
    }
    throw new AssertionError("no round: " + outcome);
  }

  private static String body(String path) {
    if (path.endsWith("/changes")) {
      return "{\"changes\": [{\"kind\": \"ADD\", \"cells\": {\"ORGANISATION\": \"某村\"}}]}";
    }
    if (path.endsWith("/comments")) {
      return "{\"organisation\": \"%s\", \"opinion\": \"太急\", \"proposed\": \"\"}"
          .formatted(ORGANISATION);
    }
    return path.endsWith("/persons") ? "{\"ids\": []}" : "{\"keys\": []}";
  }

  private static AbstractMockHttpServletRequestBuilder<?> json(
      AbstractMockHttpServletRequestBuilder<?> request, String body) {
    return request.contentType(MediaType.APPLICATION_JSON).content(body);
  }
}
