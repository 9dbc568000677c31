package no.speil.library.catalogue;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Summaries as JSON for the index, and back. The form may change at any time: a summary that cannot
 * be read counts as missing, and its document is read again.
 */
public final class DocumentSummaryCodec {
  private static final int FORM = 12;
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
          .setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
          .setAnnotationIntrospector(new RecordsAsArrays())
          .registerModule(
              new SimpleModule()
                  .addSerializer(LocalDate.class, ToStringSerializer.instance)
                  .addDeserializer(
                      LocalDate.class, new StdDelegatingDeserializer<>(new DayReader())));

  private DocumentSummaryCodec() {}

  /**
   * What lies in the index.
   *
   * @param zone the time zone of the days in it
   */
  private record StoredSummary(int form, String zone, DocumentSummary summary) {}

  public static byte[] write(DocumentSummary summary) {
    try {
      return JSON.writeValueAsBytes(
          new StoredSummary(FORM, ZoneId.systemDefault().getId(), summary));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a summary has no impossible values", e);
    }
  }

  public static Optional<DocumentSummary> read(byte[] bytes) {
    try {
      StoredSummary stored = JSON.readValue(bytes, StoredSummary.class);
      return stored.form() == FORM && stored.zone().equals(ZoneId.systemDefault().getId())
          ? Optional.of(stored.summary())
          : Optional.empty();
    } catch (IOException | DateTimeException e) {
      return Optional.empty(); // damaged: as good as none
    }
  }

  /** Leaves out the names of what a record holds, which would be most of it. */
  private static final class RecordsAsArrays extends JacksonAnnotationIntrospector {
    @Override
    public JsonFormat.@Nullable Value findFormat(Annotated annotated) {
      return annotated.getRawType().isRecord()
          ? JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)
          : super.findFormat(annotated);
    }
  }

  private static final class DayReader extends StdConverter<String, LocalDate> {
    @Override
    public LocalDate convert(String day) {
      return LocalDate.parse(day);
    }
  }
}
