package no.speil.exchange.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a Word file as Word does, with as little in it as a test needs. */
public final class WordFile {
  /** Stands before an address in the id of a relation that does not exist yet. */
  static final String LINK = "link:";

  private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
  private static final String RELATIONS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>";
  private static final String W =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\""
          + OFFICE
          + "relationships\"";

  private final StringBuilder body = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private final StringBuilder properties = new StringBuilder();
  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private String mainType =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

  public WordFile() {
    relation("rId1", "styles", "styles.xml", "");
    relation("rId2", "footnotes", "footnotes.xml", "");
    relation("rId3", "numbering", "numbering.xml", "");
  }

  WordFile mainType(String type) {
    mainType = type;
    return this;
  }

  public WordFile paragraph(String style, String runs) {
    return paragraph("<w:pStyle w:val=\"" + style + "\"/>", runs, "");
  }

  WordFile item(int level, int list, String runs) {
    return paragraph(
        "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr>".formatted(level, list),
        runs,
        "");
  }

  private WordFile paragraph(String properties, String runs, String after) {
    String linked =
        Pattern.compile("r:id=\"" + LINK + "([^\"]*)\"")
            .matcher(runs)
            .replaceAll(
                found -> {
                  String id = "link" + relations.length();
                  relation(id, "hyperlink", found.group(1), "External");
                  return "r:id=\"" + id + "\"";
                });
    body.append("<w:p><w:pPr>%s</w:pPr>%s</w:p>%s".formatted(properties, linked, after));
    return this;
  }

  WordFile table(String rows) {
    body.append("<w:tbl>").append(rows).append("</w:tbl>");
    return this;
  }

  WordFile property(String name, String value) {
    properties.append("<%1$s>%2$s</%1$s>".formatted(name, value));
    return this;
  }

  WordFile relation(String id, String type, String target, String mode) {
    relations.append(
        "<Relationship Id=\"%s\" Type=\"%srelationships/%s\" Target=\"%s\"%s/>"
            .formatted(
                id, OFFICE, type, target, mode.isEmpty() ? "" : " TargetMode=\"" + mode + "\""));
    return this;
  }

  WordFile part(String name, byte[] bytes) {
    parts.put(name, bytes);
    return this;
  }

  public byte[] bytes() {
    var all = new LinkedHashMap<String, byte[]>();
    put(
        all,
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\""
            + mainType
            + "\"/></Types>");
    put(
        all,
        "_rels/.rels",
        RELATIONS.formatted(
            "<Relationship Id=\"rId1\" Type=\"%srelationships/officeDocument\" Target=\"word/document.xml\"/>"
                .formatted(OFFICE)));
    put(
        all,
        "word/document.xml",
        "<w:document %s><w:body>%s</w:body></w:document>".formatted(W, body));
    put(all, "word/_rels/document.xml.rels", RELATIONS.formatted(relations));
    put(
        all,
        "word/styles.xml",
        "<w:styles %s>%s</w:styles>"
            .formatted(
                W,
                style("Title", "Title")
                    + style("Heading1", "heading 1")
                    + style("Quote", "Quote")
                    + style("PreformattedText", "Preformatted Text")
                    + style("TableHeading", "Table Heading")
                    + style("ListBullet2", "List Bullet 2")
                    + style("ListBullet3", "List Bullet 3")
                    + style("ListNumber2", "List Number 2")));
    put(
        all,
        "word/footnotes.xml",
        "<w:footnotes %s><w:footnote w:id=\"2\"><w:p><w:r><w:t xml:space=\"preserve\"> Noten med </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>kursiv</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p></w:footnote></w:footnotes>"
            .formatted(W));
    put(
        all,
        "word/numbering.xml",
        "<w:numbering %s>%s%s<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num></w:numbering>"
            .formatted(W, numbering(1, "bullet"), numbering(2, "decimal")));
    put(
        all,
        "docProps/core.xml",
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\">%s</cp:coreProperties>"
            .formatted(properties));
    all.putAll(parts);
    return zip(all);
  }

  private static void put(Map<String, byte[]> all, String name, String xml) {
    all.put(name, ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml).getBytes(UTF_8));
  }

  private static String style(String id, String name) {
    return "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/></w:style>"
        .formatted(id, name);
  }

  private static String numbering(int id, String format) {
    String level = "<w:lvl w:ilvl=\"%d\"><w:numFmt w:val=\"%s\"/></w:lvl>";
    return "<w:abstractNum w:abstractNumId=\"%d\">%s%s</w:abstractNum>"
        .formatted(id, level.formatted(0, format), level.formatted(1, format));
  }

  static byte[] zip(Map<String, byte[]> parts) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
