package no.speil.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Records as short JSON that only this program reads, and back. */
public final class RecordJson {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
          .setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
          .setAnnotationIntrospector(new RecordsAsArrays())
          .registerModule(
              new TextModule()
                  .with(LocalDate.class, LocalDate::parse)
                  .with(Instant.class, Instant::parse));

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
}
