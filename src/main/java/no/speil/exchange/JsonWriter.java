package no.speil.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.Iterator;

/**
 * Writes sections as one JSON object whose member {@code sections} is an array of them, one a line;
 * their members are named as in the API. A file that was cut off does not parse.
 */
final class JsonWriter implements ExportWriter {
  private final JsonFactory factory =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .build();

  @Override
  public void write(
      OutputStream out, ExportHeader exportHeader, Iterator<TranslationUnit> translationUnits)
      throws IOException {
    JsonGenerator json = factory.createGenerator(new OutputStreamWriter(out, UTF_8));
    json.setPrettyPrinter(aLineForEachOfAnArray());
    json.writeStartObject();
    json.writeStringField("query", exportHeader.query());
    json.writeStringField("url", exportHeader.page());
    json.writeStringField("made", exportHeader.made().toString());
    json.writeNumberField("total", exportHeader.total());
    json.writeArrayFieldStart("sections");
    while (translationUnits.hasNext()) {
      write(json, translationUnits.next());
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  private static PrettyPrinter aLineForEachOfAnArray() {
    Separators separators =
        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.NONE);
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(new DefaultPrettyPrinter.NopIndenter())
        .withArrayIndenter(new DefaultIndenter("", "\n"));
  }

  private static void write(JsonGenerator json, TranslationUnit translationUnit)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("document", translationUnit.documentRef().document().value());
    json.writeStringField("section", translationUnit.section().value());
    json.writeObjectFieldStart("title");
    json.writeStringField("no", translationUnit.documentRef().titles().original());
    json.writeStringField("en", translationUnit.documentRef().titles().translation());
    json.writeEndObject();
    json.writeStringField("date", translationUnit.documentRef().date());
    json.writeStringField("language", translationUnit.documentRef().language().tag());
    write(json, "original", translationUnit.original());
    write(json, "translation", translationUnit.translation());
    json.writeStringField("state", translationUnit.status().state().code());
    json.writeBooleanField("omitted", translationUnit.status().isLeftOut());
    json.writeStringField("freshness", translationUnit.status().freshness().code());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, TranslationUnit.Text text)
      throws IOException {
    if (text.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeStringField("language", text.lang());
    json.writeStringField("text", text.words());
    json.writeStringField("url", text.address());
    json.writeEndObject();
  }
}
