package no.speil.web.dts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.exchange.cite.Citation;
import no.speil.exchange.tei.TeiDocument;
import no.speil.library.catalogue.DocumentSummary;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;
import no.speil.web.cite.Citations;
import no.speil.web.http.Json;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.Paging;
import no.speil.web.page.SiteContext;
import no.speil.web.search.DocumentTei;

/**
 * Answers by Distributed Text Services 1.0, level 1 (https://dtsapi.org/versions/v1.0). The archive
 * is a collection of documents, a document a collection of its texts, and a text a resource whose
 * citable units are the sections, by the same references in both languages.
 */
public final class DtsHandler {
  public static final String PATH = "/dts";

  /** Documents in an answer. */
  private static final int SIZE = 100;

  private final SiteContext site;

  public DtsHandler(SiteContext site) {
    this.site = site;
  }

  /** Says where the others are. */
  public void enter(Context context) {
    var items = new DtsItems(site, context);
    ObjectNode entry =
        DtsItems.object("EntryPoint", items.here(""))
            .put("collection", items.here("/collection{?id,page,nav}"))
            .put("navigation", items.here("/navigation{?resource,ref,down,start,end,tree,page}"))
            .put("document", items.here("/document{?resource,ref,start,end,tree,mediaType}"));
    write(context, entry);
  }

  /** Describes the archive, a document or one of its texts, with what it has or is in. */
  public void collection(Context context) {
    String nav = QueryParams.text(context, "nav");
    if (!List.of("", "children", "parents").contains(nav)) {
      throw new BadRequest("nav is children or parents.");
    }
    boolean isUp = nav.equals("parents");
    var items = new DtsItems(site, context);
    String id = QueryParams.text(context, "id");
    if (id.isEmpty() || id.equals(items.archiveId())) {
      archive(context, items, isUp);
      return;
    }
    page(context, 0);
    Optional<DtsText> text = DtsItems.side(id).map(side -> text(items, id, side));
    LiveDocument document = text.map(DtsText::document).orElseGet(() -> document(items, id));
    ObjectNode whole =
        site.catalogue()
            .summary(document.id())
            .map(DocumentSummary::entry)
            .map(items::document)
            .orElseThrow(DtsHandler::unknown);
    ObjectNode answer = text.map(items::text).orElseGet(whole::deepCopy);
    ArrayNode members = answer.putArray("member");
    if (isUp) {
      members.add(text.isPresent() ? whole : items.archive(documents()));
    } else if (text.isEmpty()) {
      Stream.of(Side.values())
          .filter(side -> document.file(side) != null)
          .forEach(side -> members.add(items.text(new DtsText(document, side))));
    }
    write(context, answer);
  }

  private void archive(Context context, DtsItems items, boolean isUp) {
    ObjectNode answer = items.archive(documents());
    ArrayNode members = answer.putArray("member");
    int page = page(context, isUp ? 0 : documents());
    if (!isUp) {
      site.catalogue().page((long) (page - 1) * SIZE, SIZE).stream()
          .map(items::document)
          .forEach(members::add);
      int last = Paging.pages(documents(), SIZE);
      if (last > 1) {
        String other = items.here("/collection?page=");
        answer.set(
            "view",
            DtsItems.object("Pagination", other + page)
                .put("first", other + 1)
                .put("previous", page == 1 ? null : other + (page - 1))
                .put("next", page == last ? null : other + (page + 1))
                .put("last", other + last));
      }
    }
    write(context, answer);
  }

  private int documents() {
    return Math.toIntExact(site.library().counts().documents());
  }

  /** The number of the page that is asked for. */
  private static int page(Context context, int total) {
    int page = QueryParams.number(context, "page", 1, 0, Integer.MAX_VALUE);
    if (page < 1 || page > Paging.pages(total, SIZE)) {
      throw new NotFound("There is no such page.");
    }
    return page;
  }

  /** Lists the sections of a text, or tells of some of them. */
  public void navigation(Context context) {
    var items = new DtsItems(site, context);
    DtsText text = text(context, items);
    page(context, 0);
    String depth = QueryParams.text(context, "down");
    if (!depth.matches("|-1|\\d{1,9}")) {
      throw new BadRequest("down is a number from -1.");
    }
    List<TrackedSection> asked = text.range(context);
    boolean isOne = !QueryParams.text(context, "ref").isEmpty();
    boolean isFlat = depth.matches("0+");
    if (!isOne && (isFlat || (asked.isEmpty() && depth.isEmpty()))) {
      throw new BadRequest("down, ref, start and end do not go together so.");
    }
    ObjectNode answer =
        DtsItems.object("Navigation", site.absolute(context, SiteContext.here(context)));
    answer.set("resource", items.text(text));
    if (isOne) {
      answer.set("ref", items.unit(text, asked.getFirst()));
    } else if (!asked.isEmpty()) {
      answer.set("start", items.unit(text, asked.getFirst()));
      answer.set("end", items.unit(text, asked.getLast()));
    }
    if (!depth.isEmpty()) {
      ArrayNode members = answer.putArray("member");
      (asked.isEmpty() || isFlat ? text.sections() : asked)
          .forEach(section -> members.add(items.unit(text, section)));
    }
    write(context, answer);
  }

  /** A text as TEI, or a part of it. */
  public void document(Context context) {
    var items = new DtsItems(site, context);
    DtsText text = text(context, items);
    String type = QueryParams.text(context, "mediaType");
    if (!type.isEmpty() && !type.equals(TeiDocument.MEDIA_TYPE)) {
      throw new NotFound("Texts are here as " + TeiDocument.MEDIA_TYPE + " only.");
    }
    List<TrackedSection> part = text.range(context);
    Citation citation = new Citations(site).of(context, text.document());
    var tei = new DocumentTei(site, context, text.document(), citation, List.of(text.side()));
    context.contentType(TeiDocument.MEDIA_TYPE);
    context.header("Link", "<" + items.collection(items.id(text)) + ">; rel=\"collection\"");
    ResponseCaching.varyByVisitor(context);
    context.result((part.isEmpty() ? tei.xml() : tei.xml(part)).getBytes(UTF_8));
  }

  private DtsText text(Context context, DtsItems items) {
    String id = QueryParams.text(context, "resource");
    if (id.isEmpty()) {
      throw new BadRequest("Say which resource.");
    }
    if (!QueryParams.text(context, "tree").isEmpty()) {
      throw new NotFound("A text has one citation tree, which has no name.");
    }
    return text(items, id, DtsItems.side(id).orElseThrow(DtsHandler::unknown));
  }

  private DtsText text(DtsItems items, String id, Side side) {
    LiveDocument document = document(items, id);
    if (document.file(side) == null) {
      throw unknown();
    }
    return new DtsText(document, side);
  }

  /** The document that has this id, or whose text may have it. */
  private LiveDocument document(DtsItems items, String id) {
    return items.document(id).flatMap(site.documents()::find).orElseThrow(DtsHandler::unknown);
  }

  private static RequestException unknown() {
    return new NotFound("Nothing here has that id.");
  }

  private static void write(Context context, ObjectNode answer) {
    ObjectNode whole =
        JsonNodeFactory.instance
            .objectNode()
            .put("@context", "https://dtsapi.org/context/v1.0.json")
            .put("dtsVersion", "1.0");
    Json.write(context, "application/ld+json", whole.setAll(answer));
  }
}
