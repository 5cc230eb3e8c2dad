package jingtu.server.plan.decomposition.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.plan.ImportOutcome;
import jingtu.server.plan.ImportPlan;
import jingtu.server.plan.PlanId;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Tables that come back to a plan which was imported for the one request. */
@TestComponent
public class TableRights implements RightsFixture {

  private static final String TABLE = "措施,承办单位,角色\n逐个登记堆场。,县城市管理局,牵头\n";
  private static final String NOTHING_SAID = "{\"tables\": []}";
  private static final String FIRST_ROW =
      """
      {"tables": [], "versions": {}, "cells": {}, "same": [], "added": ["1.2.1"], "removed": []}
      """;

  private final ImportPlan importPlan;
  private final ImportTable importTable;
  private final County county;

  TableRights(ImportPlan importPlan, ImportTable importTable, County county) {
    this.importPlan = importPlan;
    this.importTable = importTable;
    this.county = county;
  }

  @Override
  public boolean covers(String path) {
    return path.startsWith("/api/plans/{id}/returned-tables");
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    Scope coordinator = county.person(Role.COORDINATOR, region).scope();
    PlanId plan = imported(coordinator, region);
    if (path.endsWith("/undo")) {
      return MockMvcRequestBuilders.request(
          method, path, plan.value(), taken(coordinator, plan).id());
    }
    if (method.equals(HttpMethod.GET)) {
      return MockMvcRequestBuilders.request(method, path, plan.value());
    }
    boolean only = path.endsWith("/check") || path.endsWith("/marked");
    return multipart(path, plan.value())
        .file(new MockMultipartFile("file", "表.csv", "text/csv", TABLE.getBytes(UTF_8)))
        .file(json(only ? "columns" : "choice", only ? NOTHING_SAID : FIRST_ROW));
  }

  private static MockMultipartFile json(String part, String content) {
    return new MockMultipartFile(
        part, "", MediaType.APPLICATION_JSON_VALUE, content.getBytes(UTF_8));
  }

  private PlanId imported(Scope coordinator, RegionCode region) {
    byte[] text =
        """
        某县土壤污染防治工作方案

        一、主要任务

        （一）清查堆场。逐个登记，编号 %s。（县城管局牵头，县水利局参与）
        """
            .formatted(UUID.randomUUID())
            .getBytes(UTF_8);
    return switch (importPlan.from(coordinator, region, "方案.txt", text)) {
      case ImportOutcome.Imported it -> it.plans().getFirst().id();
      case ImportOutcome other -> throw new AssertionError("not imported: " + other);
    };
  }

  private TableImport taken(Scope coordinator, PlanId plan) {
    try {
      Path file = Files.createTempFile("rights", ".csv");
      Files.writeString(file, TABLE);
      TableChoice choice =
          new TableChoice(
              ChosenColumns.NONE,
              Map.of(),
              Map.of(),
              Set.of(),
              Set.of(new LineId(1, 2, 1)),
              Set.of());
      ImportTable.Outcome outcome = importTable.take(coordinator, plan, "表.csv", file, choice);
      Files.delete(file);
      if (outcome instanceof ImportTable.Outcome.Taken(TableImport table)) {
        return table;
      }
      throw new AssertionError("not taken: " + List.of(outcome));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
