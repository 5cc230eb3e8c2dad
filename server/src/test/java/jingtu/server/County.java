package jingtu.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import jingtu.server.organisation.OrganisationEntry;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.RegionSheet;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * An invented county 991101 in city 991100, its neighbour 991201 in city 991200, and accounts in
 * them. The codes lie in a range that GB/T 2260 leaves unused.
 */
@TestComponent
public class County {

  public static final RegionCode OWN = new RegionCode("991101");
  public static final RegionCode FOREIGN = new RegionCode("991201");

  private static final String REGIONS =
      """
      code,name,level,parent
      990000,试验省,PROVINCE,
      991100,甲市,CITY,990000
      991101,甲县,COUNTY,991100
      991101001,甲乡,TOWNSHIP,991101
      991200,乙市,CITY,990000
      991201,乙县,COUNTY,991200
      """;

  private static final String PASSWORD = "correct horse 7";
  private static final Scope SYSTEM =
      new Scope(new UUID(0, 0), "system", Role.ADMINISTRATOR, Optional.empty(), Optional.empty());

  private final Organisations organisations;
  private final JdbcClient jdbc;
  private final Identifiers identifiers;
  private final MockMvcTester mvc;
  private final String encoded;
  private final Map<String, Client> signedIn = new ConcurrentHashMap<>();

  County(
      Regions regions,
      Organisations organisations,
      JdbcClient jdbc,
      Identifiers identifiers,
      PasswordEncoder encoder,
      MockMvcTester mvc) {
    this.organisations = organisations;
    this.jdbc = jdbc;
    this.identifiers = identifiers;
    this.mvc = mvc;
    this.encoded = Objects.requireNonNull(encoder.encode(PASSWORD));
    regions.load(RegionSheet.read(REGIONS).regions());
    List.of(OWN, FOREIGN).forEach(this::openOffice);
  }

  /** An account that can sign in, with the password that signs it in. */
  public record Person(UUID id, String username, String password, Scope scope) {}

  /** A new account in a region's office. */
  public Person person(Role role, RegionCode region) {
    UUID id = identifiers.next();
    String username =
        role.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + id.toString().substring(24);
    UUID office = office(region, organisations);
    jdbc.sql(
            """
            insert into account (id, username, display_name, role, organisation_id, region_code,
                                 password, disabled, epoch)
            values (:id, :username, '某人', :role, :office, :region, :password, false, 0)
            """)
        .param("id", id)
        .param("username", username)
        .param("role", role.name())
        .param("office", office)
        .param("region", region.digits())
        .param("password", encoded)
        .update();
    Scope scope = new Scope(id, username, role, Optional.of(region), Optional.of(office));
    return new Person(id, username, PASSWORD, scope);
  }

  /** A client that is signed in with a role in a region; the same one each time. */
  public Client client(Role role, RegionCode region) {
    return signedIn.computeIfAbsent(role + " " + region, key -> newClient(role, region));
  }

  /** A client that is signed in with a new account. */
  public Client newClient(Role role, RegionCode region) {
    Person person = person(role, region);
    return new Client(mvc).signIn(person.username(), person.password());
  }

  /** A client that is not signed in. */
  public Client stranger() {
    return new Client(mvc);
  }

  /** The databases of tests outlive a context, so the office may be there. */
  private void openOffice(RegionCode region) {
    String name = "办公室 " + region;
    if (organisations.list(SYSTEM).stream().noneMatch(o -> o.isCalled(name))) {
      organisations.add(SYSTEM, OrganisationEntry.named(name, Optional.of(region), List.of()));
    }
  }

  private static UUID office(RegionCode region, Organisations organisations) {
    return organisations.list(SYSTEM).stream()
        .filter(o -> o.isCalled("办公室 " + region))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
