package jingtu.server.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jingtu.server.PretendOffice.CITY;
import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.TOWNSHIP;
import static jingtu.server.PretendOffice.coordinator;
import static jingtu.server.PretendOffice.officer;
import static org.assertj.core.api.Assertions.assertThat;

import jingtu.server.OnBothDatabases;
import jingtu.server.PretendOffice;
import jingtu.server.organisation.Regions;
import jingtu.testing.Seeded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class DocumentsTests {

  @Autowired Documents documents;
  @Autowired Regions regions;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void open() {
    PretendOffice.open(regions);
  }

  @Test
  void givesBackEveryByteOfFilesAroundTheSizeOfAPart() {
    for (int size : new int[] {1, 262_143, 262_144, 262_145, 900_000}) {
      byte[] content = new byte[size];
      Seeded.random(size).nextBytes(content);

      DocumentId id = store("方案.pdf", content);

      assertThat(documents.findContent(coordinator(COUNTY), id)).hasValue(content);
    }
  }

  @Test
  void knowsWhatItWasGiven() {
    DocumentId id = store("方案.txt", "abc".getBytes(UTF_8));

    assertThat(documents.find(officer(COUNTY), id))
        .hasValueSatisfying(
            document -> {
              assertThat(document.name()).isEqualTo("方案.txt");
              assertThat(document.mediaType()).isEqualTo("text/plain");
              assertThat(document.sizeBytes()).isEqualTo(3);
              assertThat(document.sha256())
                  .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
              assertThat(document.region()).isEqualTo(COUNTY);
            });
  }

  @Test
  void isSeenFromAboveAndBelowAndFromNowhereElse() {
    DocumentId id = store("方案.txt", "abc".getBytes(UTF_8));

    assertThat(documents.find(officer(CITY), id)).isPresent();
    assertThat(documents.findContent(officer(TOWNSHIP), id)).isPresent();
    assertThat(documents.find(officer(NEIGHBOUR), id)).isEmpty();
    assertThat(documents.findContent(officer(NEIGHBOUR), id)).isEmpty();
  }

  @Test
  void aRemovedFileLeavesNoBytes() {
    DocumentId id = store("方案.txt", "abc".getBytes(UTF_8));

    documents.remove(coordinator(NEIGHBOUR), id);
    assertThat(partsOf(id)).isOne();

    documents.remove(coordinator(COUNTY), id);
    assertThat(partsOf(id)).isZero();
    assertThat(documents.find(coordinator(COUNTY), id)).isEmpty();
  }

  private DocumentId store(String name, byte[] content) {
    return documents.store(coordinator(COUNTY), COUNTY, new Upload(name, FileKind.TEXT, content));
  }

  private int partsOf(DocumentId id) {
    return jdbc.sql("select count(*) from document_part where document_id = :id")
        .param("id", id.value())
        .query(Integer.class)
        .single();
  }
}
