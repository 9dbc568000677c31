package no.speil.json;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.function.Function;
import no.speil.corpus.Coded;

/** Jackson's module for values that are written as strings, and for constants by their codes. */
public final class TextModule extends SimpleModule {
  public TextModule() {
    setMixInAnnotation(Coded.class, CodedForm.class);
  }

  private interface CodedForm {
    @JsonValue
    String code();
  }

  /** Adds a type by its text; parsing throws what {@code Instant.parse} or a constructor throws. */
  public <T> TextModule with(Class<T> type, Function<String, T> parsing) {
    addSerializer(type, ToStringSerializer.instance);
    addDeserializer(type, new Reader<>(type, parsing));
    return this;
  }

  private static final class Reader<T> extends StdDeserializer<T> {
    private final transient Function<String, T> parsing;

    Reader(Class<T> type, Function<String, T> parsing) {
      super(type);
      this.parsing = parsing;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      String text = json.getText();
      try {
        if (json.hasToken(JsonToken.VALUE_STRING)) {
          return parsing.apply(text);
        }
      } catch (DateTimeException | IllegalArgumentException | NoSuchElementException e) {
        // refused below, like what is no string
      }
      throw context.weirdStringException(text, handledType(), "no such value");
    }
  }
}
