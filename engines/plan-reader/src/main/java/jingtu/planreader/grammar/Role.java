package jingtu.planreader.grammar;

/** What a responsibility clause makes of the units that it names. */
enum Role {
  LEAD,
  /** Leads, unless the clause has another lead; then it answers for its part. */
  ANSWERS,
  /** Each unit for its own part: 按职责分工负责. */
  DIVIDED,
  RESPONSIBLE,
  PARTICIPATES,
  IMPLEMENTS,
  /** Names a person, no unit. */
  PERSON,
  /** Names a date, no unit. */
  TIME,
  /** Says only how: 分别, 共同. */
  MANNER
}
