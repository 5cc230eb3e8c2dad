package jingtu.server.plan.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import jingtu.testing.Seeded;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.Test;

/** What is written into a cell is read out of it again. */
class WrittenFormsPropertyTests {

  @Test
  void yearsReadBack() {
    Seeded.forAll(
        5_000,
        MadeItems::years,
        years -> {
          for (Language language : Language.values()) {
            assertThat(YearShare.read(YearShare.write(years, language))).contains(years);
          }
        });
  }

  @Test
  void milestonesReadBack() {
    Seeded.forAll(
        5_000,
        MadeItems::milestones,
        milestones -> {
          for (Language language : Language.values()) {
            assertThat(Milestone.read(Milestone.write(milestones, language))).contains(milestones);
          }
        });
  }
}
