package jingtu.commandline;

import jingtu.vocabulary.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code zh} and {@code en}, and nothing else. */
final class LanguageOption implements ITypeConverter<Language> {

  @Override
  public Language convert(String value) {
    for (Language language : Language.values()) {
      if (language.tag().equals(value)) {
        return language;
      }
    }
    throw new TypeConversionException(value);
  }
}
