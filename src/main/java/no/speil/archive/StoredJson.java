package no.speil.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.Consumer;
import no.speil.corpus.LinkCheckResult;
import no.speil.json.TextModule;

/** Records as JSON in the program's own files: times as in ISO 8601, constants by their codes. */
public final class StoredJson {
  /** Reads and writes them; fields that it does not know are passed over, nulls left out. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new TextModule().with(Instant.class, Instant::parse))
          .addMixIn(LinkCheckResult.class, Sparse.class)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** Reads types of which nothing may be missing. */
  public static final ObjectReader COMPLETE =
      MAPPER.reader(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

  private StoredJson() {}

  /**
   * What a file of the program's own holds; the other where there is none, or it is damaged.
   *
   * @throws UncheckedIOException if the disk refuses
   */
  static <T> T read(PrivateFile file, TypeReference<T> type, T other) {
    try {
      T read = COMPLETE.forType(type).readValue(file.read().orElse("null"));
      return read == null ? other : read;
    } catch (JsonProcessingException e) {
      return other;
    }
  }

  /** Keeps it in such a file, if the disk lets it. */
  static void write(PrivateFile file, Object value, Consumer<String> otherwise) {
    try {
      file.write(MAPPER.valueToTree(value) + "\n");
    } catch (UncheckedIOException e) {
      otherwise.accept(String.valueOf(e.getMessage()));
    }
  }

  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  private interface Sparse {}
}
