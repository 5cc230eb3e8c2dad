package jingtu.server.register.definition;

import java.util.Optional;

/**
 * Something that is due for a record, and when.
 *
 * @param when the state in which it is due; empty where in every state
 * @param applies CEL: it is due only for records where it holds
 * @param due a notation of {@code jingtu.vocabulary}'s due arithmetic, such as {@code P1Y}, {@code
 *     --01-31} or a period after or before {@code event}
 * @param event the date field, or the state entered, that starts the clock
 * @param duty what is to be done, in Chinese
 * @param by who does it: a function, or a field that names an organisation
 * @param done the date field that, filled in, says that it was done; empty where the next state
 *     does
 */
public record DeadlineRule(
    String id,
    Optional<String> when,
    Optional<String> applies,
    String due,
    Optional<String> event,
    String duty,
    Optional<String> by,
    Optional<String> done) {}
