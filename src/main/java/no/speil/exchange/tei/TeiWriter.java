package no.speil.exchange.tei;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import no.speil.corpus.Coded;
import no.speil.corpus.Freshness;
import no.speil.corpus.Identifier;
import no.speil.corpus.Licence;
import no.speil.corpus.PartialDate;
import no.speil.corpus.PersonName;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.corpus.text.HtmlEscape;
import no.speil.exchange.XmlText;
import no.speil.exchange.cite.Citation;
import no.speil.exchange.cite.Citation.Voice;
import no.speil.exchange.epub.XhtmlWriter;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Writes a document as TEI P5: a text for each language with its sections, links between the
 * sections, and notes that say what people have done with each translation, and whether it still
 * says what its original says.
 */
public final class TeiWriter {
  public static final String MEDIA_TYPE = "application/tei+xml";
  public static final String NAMESPACE = "http://www.tei-c.org/ns/1.0";

  private static final String ABOUT =
      "Made from Markdown. Sections of both texts have the same name after the prefix of their"
          + " language. Notes say of a translation what people have done with it (state) and"
          + " whether its original has changed since (freshness).";

  private final Citation citation;
  private final List<Side> sides;
  private final UnaryOperator<String> addresses;
  private final Document page = XmlText.document();

  /**
   * A section of the document.
   *
   * @param number by which it is quoted
   * @param html of each side that is to be written; well-formed, and empty if it has no text
   */
  public record TeiSection(
      SectionId id, int number, Map<Side, String> html, State state, Freshness freshness) {
    private boolean has(Side side) {
      return !html.getOrDefault(side, "").isBlank();
    }
  }

  /**
   * @param sides those that are to be written
   * @param addresses the absolute address of a link or picture; empty where it leads nowhere
   */
  public TeiWriter(Citation citation, List<Side> sides, UnaryOperator<String> addresses) {
    this.citation = citation;
    this.sides = sides.stream().filter(side -> !citation.text(side).isEmpty()).toList();
    this.addresses = addresses;
  }

  /** Writes the document with these sections. */
  public void write(OutputStream out, List<TeiSection> sections) throws IOException {
    write(out, sections, "", "");
  }

  /**
   * Writes some of its sections, in the element by which Distributed Text Services marks a part.
   */
  public void writePart(OutputStream out, List<TeiSection> sections) throws IOException {
    write(out, sections, "<dts:wrapper xmlns:dts=\"https://w3id.org/api/dts#\">", "</dts:wrapper>");
  }

  private void write(OutputStream out, List<TeiSection> sections, String before, String after)
      throws IOException {
    write(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"" + NAMESPACE + "\">");
    write(out, header());
    write(out, "<text><group>");
    for (Side side : sides) {
      write(
          out,
          "<text xml:lang=\"" + HtmlEscape.text(citation.text(side).lang()) + "\"><body>" + before);
      List<TeiSection> there = sections.stream().filter(section -> section.has(side)).toList();
      if (there.isEmpty()) {
        write(out, page.appendElement("p"));
      }
      var xhtml = new XhtmlWriter(this::link, addresses);
      for (TeiSection section : there) {
        write(out, section(section, side, xhtml));
      }
      write(out, after + "</body></text>");
    }
    write(out, "</group>");
    Element links = page.appendElement("linkGrp").attr("type", "translation");
    for (TeiSection section : sections) {
      if (section.has(Side.ORIGINAL) && section.has(Side.TRANSLATION)) {
        String target = "#" + name(section, Side.ORIGINAL) + " #" + name(section, Side.TRANSLATION);
        links.appendElement("link").attr("target", target);
      }
    }
    if (links.childNodeSize() > 0) {
      write(out, links);
    }
    for (TeiSection section : sections) {
      if (section.has(Side.TRANSLATION)) {
        write(out, note(section, "state", section.state()));
        write(out, note(section, "freshness", section.freshness()));
      }
    }
    write(out, "</text></TEI>");
  }

  private Element note(TeiSection section, String type, Coded said) {
    return words(page, "note", said.code())
        .attr("type", type)
        .attr("target", "#" + name(section, Side.TRANSLATION));
  }

  private String link(String href) {
    return href.startsWith("#") ? href : addresses.apply(href);
  }

  private static void write(OutputStream out, String xml) throws IOException {
    out.write(xml.getBytes(UTF_8));
  }

  private static void write(OutputStream out, Element element) throws IOException {
    write(out, element.outerHtml());
    element.remove();
  }

  private Element section(TeiSection section, Side side, XhtmlWriter xhtml) {
    Element content = page.createElement("div");
    xhtml.append(section.html().getOrDefault(side, ""), content);
    Element division = page.appendElement("div").attr("type", "section");
    division.attr("xml:id", name(section, side)).attr("n", String.valueOf(section.number()));
    TeiText.append(content, division);
    return division;
  }

  private static String name(TeiSection section, Side side) {
    return (side == Side.ORIGINAL ? "no-" : "en-") + section.id();
  }

  private Element header() {
    Citation.Imprint imprint = citation.imprint();
    Element header = page.appendElement("teiHeader");
    Element file = header.appendElement("fileDesc");
    Element titles = file.appendElement("titleStmt");
    for (Side side : sides) {
      words(titles, "title", citation.text(side).title())
          .attr("xml:lang", citation.text(side).lang());
    }
    names(titles, "author", citation.authors());
    for (PersonName translator : imprint.translators()) {
      words(titles, "editor", translator.inOrder()).attr("role", "translator");
    }
    Element publication = file.appendElement("publicationStmt");
    words(publication, "publisher", imprint.archive());
    words(publication, "idno", citation.pin().address()).attr("type", "URI");
    words(publication, "date", imprint.modified()).attr("when", imprint.modified());
    Element sources = file.appendElement("sourceDesc");
    citation
        .texts()
        .forEach(text -> source(sources.appendElement("bibl").attr("xml:lang", text.lang()), text));
    Element about = header.appendElement("encodingDesc").appendElement("projectDesc");
    words(about, "p", ABOUT).attr("xml:lang", "en");
    Element profile = header.appendElement("profileDesc");
    Element languages = profile.appendElement("langUsage");
    for (Side side : sides) {
      languages.appendElement("language").attr("ident", citation.text(side).lang());
    }
    if (!imprint.subjects().isEmpty()) {
      Element keywords = profile.appendElement("textClass").appendElement("keywords");
      imprint.subjects().forEach(subject -> words(keywords, "term", subject));
    }
    return header;
  }

  private void source(Element source, Voice text) {
    Citation.Publication published = text.publication();
    words(source, "title", text.title());
    names(source, "author", text.authors());
    words(source, "publisher", published.publisher());
    Element date = words(source, "date", published.date());
    PartialDate.parse(published.date()).ifPresent(known -> date.attr("when", published.date()));
    String link = addresses.apply(published.source());
    words(source, "ref", link).attr("target", link);
    for (Identifier identifier : published.identifiers()) {
      words(source, "idno", identifier.addressOrName());
    }
    Licence licence = published.licence();
    if (!licence.words().isEmpty()) {
      Element element = words(source.appendElement("availability"), "licence", licence.words());
      String address = addresses.apply(licence.address());
      if (!address.isEmpty()) {
        element.attr("target", address);
      }
    }
  }

  private static void names(Element parent, String tag, List<PersonName> people) {
    people.forEach(person -> words(parent, tag, person.inOrder()));
  }

  /** An element with these words, which is there only if there are any. */
  private static Element words(Element parent, String tag, String words) {
    Element element = parent.appendElement(tag).text(XmlText.permitted(words));
    if (words.isBlank()) {
      element.remove();
    }
    return element;
  }
}
