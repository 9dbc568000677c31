package no.speil.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
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
  @Override
  public void write(OutputStream out, ExportHeader header, Iterator<TranslationUnit> units)
      throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(new OutputStreamWriter(out, UTF_8));
    json.setPrettyPrinter(aLineForEachOfAnArray());
    json.writeStartObject();
    json.writeStringField("query", header.query());
    json.writeStringField("url", header.page());
    json.writeStringField("made", header.made().toString());
    json.writeNumberField("total", header.total());
    json.writeArrayFieldStart("sections");
    while (units.hasNext()) {
      write(json, units.next());
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  private static PrettyPrinter aLineForEachOfAnArray() {
    Separators separators =
        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.NONE);
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(new DefaultPrettyPrinter.NopIndenter())
        .withArrayIndenter(new DefaultIndenter("", "\n"));
  }

  private static void write(JsonGenerator json, TranslationUnit unit) throws IOException {
    json.writeStartObject();
    json.writeStringField("document", unit.documentRef().document().value());
    json.writeStringField("section", unit.section().value());
    json.writeObjectFieldStart("title");
    json.writeStringField("no", unit.documentRef().titles().original());
    json.writeStringField("en", unit.documentRef().titles().translation());
    json.writeEndObject();
    json.writeStringField("date", unit.documentRef().date());
    json.writeStringField("language", unit.documentRef().language().tag());
    write(json, "original", unit.original());
    write(json, "translation", unit.translation());
    json.writeStringField("state", unit.status().state().code());
    json.writeBooleanField("omitted", unit.status().isLeftOut());
    json.writeStringField("freshness", unit.status().freshness().code());
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
