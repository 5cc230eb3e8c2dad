package jingtu.server.plan.entry;

import java.util.List;
import jingtu.vocabulary.Message;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What lies as JSON in a text column: lists of words, messages, and entries as they were. */
public final class JsonText {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

  private JsonText() {}

  public static String of(List<String> words) {
    return MAPPER.writeValueAsString(words);
  }

  public static String of(Message message) {
    return MAPPER.writeValueAsString(message);
  }

  public static String of(EntryReading reading) {
    return MAPPER.writeValueAsString(reading);
  }

  public static List<String> words(String json) {
    return MAPPER.readValue(json, WORDS);
  }

  public static Message message(String json) {
    return MAPPER.readValue(json, Message.class);
  }

  public static EntryReading reading(String json) {
    return MAPPER.readValue(json, EntryReading.class);
  }
}
