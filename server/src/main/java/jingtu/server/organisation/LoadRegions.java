package jingtu.server.organisation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Loads the regions of an office at each start from {@code regions.csv} in the data folder, where
 * somebody put one: all of them, or none where a row is faulty.
 */
@Component
class LoadRegions implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(LoadRegions.class);

  private final Path file;
  private final Regions regions;

  LoadRegions(@Value("${jingtu.data}") Path data, Regions regions) {
    this.file = data.resolve("regions.csv");
    this.regions = regions;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    RegionSheet sheet = RegionSheet.read(Files.readString(file, StandardCharsets.UTF_8));
    if (sheet.findings().isEmpty()) {
      regions.load(sheet.regions());
      return;
    }
    Message refused = Message.of("organisation.regions-refused", file, sheet.findings().size());
    LOG.warn(Messages.say(refused, Language.ZH));
    sheet.findings().forEach(finding -> LOG.warn(finding.say(Language.ZH)));
  }
}
