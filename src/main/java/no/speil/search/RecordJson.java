package no.speil.search;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records as JSON that is stored in the index, and back. */
public final class RecordJson {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
          .setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
          .setAnnotationIntrospector(new RecordsAsArrays())
          .registerModule(
              new SimpleModule()
                  .addSerializer(LocalDate.class, ToStringSerializer.instance)
                  .addDeserializer(LocalDate.class, new Parser<>(LocalDate.class, LocalDate::parse))
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new Parser<>(Instant.class, Instant::parse)));

  private RecordJson() {}

  public static String write(Record all) {
    try {
      return JSON.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not to be stored: " + all.getClass().getSimpleName(), e);
    }
  }

  /**
   * Reads the result of {@link #write}.
   *
   * @throws IOException if it is damaged or of another form
   */
  public static <T extends Record> T read(String json, Class<T> type) throws IOException {
    return JSON.readValue(json, type);
  }

  /** Writes a record as an array of its components: their names would be most of it. */
  private static final class RecordsAsArrays extends JacksonAnnotationIntrospector {
    @Override
    public JsonFormat.@Nullable Value findFormat(Annotated annotated) {
      return annotated.getRawType().isRecord()
          ? JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)
          : super.findFormat(annotated);
    }
  }

  /** Reads a value from its text. */
  private static final class Parser<T> extends StdDeserializer<T> {
    private final transient Function<String, T> parsing;

    Parser(Class<T> type, Function<String, T> parsing) {
      super(type);
      this.parsing = parsing;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      try {
        return parsing.apply(json.getText());
      } catch (DateTimeException e) {
        throw context.weirdStringException(json.getText(), handledType(), "no time");
      }
    }
  }
}
