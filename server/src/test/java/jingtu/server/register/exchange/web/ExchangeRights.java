package jingtu.server.register.exchange.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.register.MadeRegister;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.DefinitionText;
import jingtu.server.register.exchange.job.EndedImport;
import jingtu.server.register.exchange.job.ImportJob;
import jingtu.server.register.exchange.job.Imports;
import jingtu.server.register.exchange.job.RunImport;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** An import that a coordinator of the region has brought as far as the request needs. */
@TestComponent
public class ExchangeRights implements RightsFixture {

  private static final String REGISTER = "/api/registers/{register}/";
  private static final String IMPORT = "/api/imports/{id}";
  private static final byte[] FILE = "字段name\n甲库\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] LEDGER =
      "堆场,所在乡镇,占地面积\n甲库,某镇,12\n乙库,某镇,15\n".getBytes(StandardCharsets.UTF_8);

  private final DefineRegister define;
  private final Imports imports;
  private final County county;

  ExchangeRights(DefineRegister define, Imports imports, County county) {
    this.define = define;
    this.imports = imports;
    this.county = county;
  }

  @Override
  public boolean covers(String path) {
    return path.startsWith(IMPORT)
        || path.equals("/api/ledgers")
        || path.startsWith(REGISTER + "imports")
        || path.startsWith(REGISTER + "export.")
        || path.startsWith(REGISTER + "template");
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    MockMultipartFile file = new MockMultipartFile("file", "yards.csv", "text/csv", FILE);
    if (path.equals("/api/ledgers")) {
      return MockMvcRequestBuilders.multipart(path)
          .file(new MockMultipartFile("file", "ledger.csv", "text/csv", LEDGER));
    }
    Scope coordinator = county.person(Role.COORDINATOR, region).scope();
    RegisterId register = register(coordinator);
    if (path.startsWith(IMPORT)) {
      return MockMvcRequestBuilders.request(method, path, job(path, coordinator, region, register))
          .contentType(MediaType.APPLICATION_JSON)
          .content(body(path));
    }
    if (method.equals(HttpMethod.POST)) {
      return MockMvcRequestBuilders.multipart(path, register)
          .file(file)
          .param("region", region.digits());
    }
    return MockMvcRequestBuilders.request(method, path, register, "csv");
  }

  private static String body(String path) {
    if (path.endsWith("/run")) {
      return "{\"meeting\": \"SKIP\"}";
    }
    return path.endsWith("/take-back")
        ? "{\"reason\": \"重来\"}"
        : "{\"columns\": {\"1\": \"name\"}}";
  }

  private UUID job(String path, Scope scope, RegionCode region, RegisterId register) {
    UUID id =
        imports
            .receiving()
            .receive(scope, register, region, Optional.empty(), "yards.csv", FILE)
            .id();
    boolean taking = path.endsWith("/take-back");
    if (taking || path.endsWith("/run")) {
      imports.checking().start(scope, id);
      EndedImport.of(imports, scope, id);
    }
    if (taking) {
      imports
          .running()
          .start(scope, id, new RunImport.Wanted(ImportJob.Meeting.SKIP, Map.of(), false));
      EndedImport.of(imports, scope, id);
    }
    return id;
  }

  /** The same for every request; the second time it is there. */
  private RegisterId register(Scope coordinator) {
    Definition definition =
        new MadeRegister("rights-of-imports").field("name", MadeRegister.text()).definition();
    define.apply(coordinator, "made.yaml", DefinitionText.write(definition));
    return definition.id();
  }
}
