package jingtu.server.plan;

import java.util.List;
import jingtu.vocabulary.Message;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What lies as JSON in a text column: lists of words, and messages. */
final class JsonText {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

  private JsonText() {}

  static String of(List<String> words) {
    return MAPPER.writeValueAsString(words);
  }

  static String of(Message message) {
    return MAPPER.writeValueAsString(message);
  }

  static List<String> words(String json) {
    return MAPPER.readValue(json, WORDS);
  }

  static Message message(String json) {
    return MAPPER.readValue(json, Message.class);
  }
}
