package no.speil.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static no.speil.web.http.RequestException.required;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import no.speil.json.TextModule;
import no.speil.web.http.RequestException.BadRequest;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON over HTTP. Malformed JSON is a {@link BadRequest}. */
public final class Json {
  private static final String TYPE = "application/json";

  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .addModule(new TextModule())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .withCoercionConfig(LogicalType.Textual, Json::refuseAllButText)
          .build();

  private Json() {}

  private static void refuseAllButText(MutableCoercionConfig texts) {
    for (var shape :
        List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
      texts.setCoercion(shape, CoercionAction.Fail);
    }
  }

  public static void write(Context context, Object value) {
    write(context, TYPE, value);
  }

  public static void write(Context context, String type, Object value) {
    context.result(bytes(value, context.contextPath())).contentType(type);
    context.res().setCharacterEncoding(null); // JSON is UTF-8 and has no such parameter
  }

  /** A value as JSON, for others than clients of this server. */
  public static String text(Object value) {
    return new String(bytes(value, ""), UTF_8);
  }

  private static byte[] bytes(Object value, String base) {
    var bytes = new ByteArrayOutputStream();
    try (var generator = new AddressGenerator(STRICT.createGenerator(bytes), base)) {
      STRICT.writeValue(generator, value);
    } catch (IOException e) { // of the value, since nothing else is written to
      throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
    }
    return bytes.toByteArray();
  }

  public static <T> T read(Context context, Class<T> type) throws IOException {
    RequestBody.requireType(context, TYPE);
    byte[] body = RequestBody.read(context);
    try {
      return required(STRICT.readValue(body, type), "The body is null.");
    } catch (JsonParseException e) {
      throw new BadRequest("The body is not JSON: " + e.getOriginalMessage());
    } catch (UnrecognizedPropertyException e) {
      throw new BadRequest(
          "Nothing takes a field “%s”; %s has those that are taken."
              .formatted(e.getPropertyName(), SitePath.before(context, "/openapi.json")));
    } catch (JsonProcessingException e) { // its words are about classes of this program
      throw new BadRequest(
          "The body has another form; %s has the right."
              .formatted(SitePath.before(context, "/openapi.json")));
    }
  }

  /** Writes JSON whose addresses of this server begin with its site path. */
  private static final class AddressGenerator extends JsonGeneratorDelegate {
    /** The members that hold addresses of this server. */
    private static final Set<String> ADDRESSES = Set.of("url", "next", "earlier", "type");

    /** What a document's front matter has besides is given as it is written there. */
    private static final String FRONT_MATTER = "other";

    private final String base;

    AddressGenerator(JsonGenerator generator, String base) {
      super(generator);
      this.base = base;
    }

    @Override
    public void writeString(@Nullable String text) throws IOException {
      super.writeString(text != null && isAddress() ? SitePath.before(base, text) : text);
    }

    private boolean isAddress() {
      JsonStreamContext here = getOutputContext();
      String name = here.getCurrentName();
      return here.inObject()
          && name != null
          && ADDRESSES.contains(name)
          && !FRONT_MATTER.equals(here.getParent().getCurrentName());
    }
  }
}
