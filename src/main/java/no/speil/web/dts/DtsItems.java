package no.speil.web.dts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Identifier;
import no.speil.corpus.PersonName;
import no.speil.corpus.Side;
import no.speil.exchange.cite.Citation;
import no.speil.exchange.tei.TeiDocument;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.library.documents.DocumentParts;
import no.speil.messages.Messages;
import no.speil.status.TrackedSection;
import no.speil.web.cite.Citations;
import no.speil.web.http.QueryParams;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;

/** The archive, its documents, their texts and sections as the protocol's JSON. */
record DtsItems(SiteContext site, Context context) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final String VIEW = "?view=";

  String archiveId() {
    return site.permanent(context, "/");
  }

  private String id(DocumentId document) {
    return site.permanent(context, SiteUrls.document(document));
  }

  String id(DtsText text) {
    return id(text.document().id()) + VIEW + QueryParams.lang(text.side());
  }

  /** The side of the text that has this id; empty for the id of a document. */
  static Optional<Side> side(String id) {
    return Stream.of(Side.values())
        .filter(side -> id.endsWith(VIEW + QueryParams.lang(side)))
        .findFirst();
  }

  /** The document that has this id, or whose text has it. */
  Optional<DocumentId> document(String id) {
    String before = site.permanent(context, "/d/");
    return Optional.of(side(id).isPresent() ? id.substring(0, id.lastIndexOf(VIEW)) : id)
        .filter(address -> address.startsWith(before))
        .flatMap(address -> QueryParams.decode(address.substring(before.length())))
        .flatMap(DocumentId::parse);
  }

  /** The address of this server for a path of the protocol. */
  String here(String path) {
    return site.absolute(context, DtsHandler.PATH) + path;
  }

  /** The address that describes what has an id. */
  String collection(String id) {
    return here("/collection?id=") + SiteUrls.encode(id);
  }

  static ObjectNode object(String type, String id) {
    return JSON.objectNode().put("@id", id).put("@type", type);
  }

  private ObjectNode item(String type, String id, String title, int parents, int children) {
    return object(type, id)
        .put("title", title)
        .put("totalParents", parents)
        .put("totalChildren", children)
        .put("collection", collection(id) + "{&page,nav}");
  }

  ObjectNode archive(int documents) {
    return item("Collection", archiveId(), site.archiveName(Messages.ENGLISH), 0, documents);
  }

  ObjectNode document(CatalogueEntry entry) {
    List<TaggedText> titles =
        Stream.of(
                new TaggedText(entry.language().tag(), entry.titleOriginal()),
                new TaggedText("en", entry.titleTranslation()))
            .filter(title -> !title.isEmpty())
            .toList();
    String title = titles.getFirst().text();
    ObjectNode item = item("Collection", id(entry.id()), title, 1, titles.size());
    item.putObject("dublinCore").set("title", words(titles));
    return item;
  }

  ObjectNode text(DtsText text) {
    Citation citation = new Citations(site).of(context, text.document());
    String id = id(text);
    String encoded = SiteUrls.encode(id);
    String file = "/export/" + SiteUrls.path(text.document().id().value()) + ".tei.xml?side=";
    ObjectNode item =
        item("Resource", id, citation.text(text.side()).title(), 1, 0)
            .put(
                "navigation",
                here("/navigation?resource=") + encoded + "{&ref,down,start,end,tree,page}")
            .put(
                "document",
                here("/document?resource=") + encoded + "{&ref,start,end,tree,mediaType}")
            .put("download", site.absolute(context, file + QueryParams.lang(text.side())));
    item.set("dublinCore", about(citation, text.side()));
    item.putArray("mediaTypes").add(TeiDocument.MEDIA_TYPE);
    ObjectNode tree = item.putArray("citationTrees").addObject().put("@type", "CitationTree");
    ObjectNode level = tree.putArray("citeStructure").addObject();
    level.put("@type", "CiteStructure").put("citeType", "section");
    return item;
  }

  /** What is known of a text; what is not, is left out. */
  private static ObjectNode about(Citation citation, Side side) {
    Citation.Voice text = citation.text(side);
    Citation.Publication published = text.publication();
    List<PersonName> translators =
        side == Side.ORIGINAL ? List.of() : citation.imprint().translators();
    ObjectNode about = JSON.objectNode();
    about.set("title", words(List.of(new TaggedText(text.lang(), text.title()))));
    about.put("language", text.lang());
    about.set("creator", names(text.authors(), text.lang()));
    about.set("contributor", names(translators, text.lang()));
    about.put("date", published.date());
    about.put("source", published.source());
    about.put("license", published.licence().address());
    ArrayNode identifiers = about.putArray("identifier");
    published.identifiers().stream().map(Identifier::addressOrName).forEach(identifiers::add);
    about.removeIf(value -> value.isTextual() ? value.asText().isEmpty() : value.isEmpty());
    return about;
  }

  private static ArrayNode names(List<PersonName> people, String lang) {
    return words(people.stream().map(each -> new TaggedText(lang, each.inOrder())).toList());
  }

  private static ArrayNode words(List<TaggedText> texts) {
    ArrayNode words = JSON.arrayNode();
    texts.forEach(text -> words.addObject().put("lang", text.lang()).put("value", text.text()));
    return words;
  }

  /** A section of a text; of a translation, with what people have done with it. */
  ObjectNode unit(DtsText text, TrackedSection tracked) {
    ObjectNode unit =
        JSON.objectNode()
            .put("identifier", tracked.id().toString())
            .put("@type", "CitableUnit")
            .put("level", 1)
            .putNull("parent")
            .put("citeType", "section");
    ObjectNode about = unit.putObject("dublinCore");
    if (DocumentParts.level(tracked.section()) > 0) {
      String lang = TaggedText.lang(text.document().file(text.side()));
      var heading = new TaggedText(lang, tracked.section().words(text.side()));
      about.set("title", words(List.of(heading)));
    }
    about.putArray("relation").add(site.permanent(context, SiteUrls.section(tracked.id())));
    if (text.side() == Side.TRANSLATION) {
      ObjectNode trust = unit.putObject("extensions");
      trust
          .putObject("@context")
          .put("state", site.permanent(context, "/help#states"))
          .put("freshness", site.permanent(context, "/help#freshness"));
      trust.put("state", tracked.sectionStatus().state().code());
      trust.put("freshness", tracked.sectionStatus().freshness().code());
    }
    return unit;
  }
}
