package jingtu.server.register.record;

import jingtu.vocabulary.Message;

/**
 * Something that a record must not hold, or must.
 *
 * @param field the id of the field where the message stands, {@link RecordView#GEOMETRY} for the
 *     place on the map, {@link RecordView#REGION} or {@link RecordView#ORGANISATION}
 * @param message what is wrong and what to do, for whoever filled it in
 */
public record FieldFault(String field, Message message) {}
