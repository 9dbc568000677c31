package no.speil.web.cite;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.corpus.Coded;
import no.speil.corpus.DocumentId;
import no.speil.corpus.HttpUrl;
import no.speil.corpus.SectionId;
import no.speil.exchange.cite.Citation;
import no.speil.exchange.cite.CitationFormat;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LiveSection;
import no.speil.library.search.IdResolver;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.section.ReadingPosition;

/** Shows all citation formats of a document or a section, and serves each as a file. */
public final class CitePage {
  private static final String TEXT = "txt";
  private static final int COLUMNS = 70;
  private static final int MOST_ROWS = 30;

  /** Loopback, private and link-local addresses (RFC 1918, 3927, 4193, 4291, 6598). */
  private static final Pattern PRIVATE =
      Pattern.compile(
          "(?:127|10|0)\\..*|192\\.168\\..*|172\\.(?:1[6-9]|2\\d|3[01])\\..*|169\\.254\\..*"
              + "|100\\.(?:6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\..*"
              + "|\\[(?:::1|::|fe[89ab].*|f[cd].*)\\]");

  /** Names that the public name system does not have (RFC 6761, 6762, 8375). */
  private static final Pattern LOCAL_NAME =
      Pattern.compile("[^.:\\[]+|.*\\.(?:localhost|local|internal|lan|home\\.arpa|test|invalid)");

  private final SiteContext site;

  public CitePage(SiteContext site) {
    this.site = site;
  }

  public static String href(DocumentId document) {
    return "/cite?document=" + SiteUrls.encode(document.value());
  }

  public static String href(SectionId section) {
    return SiteUrls.section(section) + "/cite";
  }

  /** The address of a citation file without its extension. */
  public static String file(DocumentId document) {
    return "/cite/" + SiteUrls.path(document.value());
  }

  public void ofDocument(Context context) {
    LiveDocument document = document(QueryParams.text(context, "document"));
    PageShell shell = site.shell(context, "cite.title.document");
    Citation citation = new Citations(site).of(context, document);
    String href = SiteUrls.document(document.id());
    site.show(context, "cite/cite", new View(shell, document, href, file(document.id()), citation));
  }

  public void ofSection(Context context) {
    LiveSection place = site.section(PathParams.section(context));
    PageShell shell = site.shell(context, "cite.title.section");
    Citation citation = new Citations(site).of(context, place.document(), place.section());
    String file = href(place.id());
    String href = ReadingPosition.row(place.document(), place.id());
    site.show(context, "cite/cite", new View(shell, place.document(), href, file, citation));
  }

  /** Serves a document's citation in the format that the extension names. */
  public void documentFile(Context context) {
    String file = context.pathParam("file");
    String ending = ending(file);
    LiveDocument document = document(file.substring(0, file.length() - ending.length() - 1));
    answer(context, new Citations(site).of(context, document), ending);
  }

  public void sectionFile(Context context) {
    LiveSection place = site.section(PathParams.section(context));
    Citation citation = new Citations(site).of(context, place.document(), place.section());
    answer(context, citation, context.pathParam("format"));
  }

  /** Whether an address leads nowhere outside one machine or one local network. */
  public static boolean isLocal(String address) {
    String host = HttpUrl.parse(address).map(HttpUrl::host).orElse("");
    return PRIVATE.matcher(host).matches() || LOCAL_NAME.matcher(host).matches();
  }

  /** How many rows show all of a text on a wide screen, up to a bound. */
  public static int rows(String text) {
    long rows = text.lines().mapToLong(line -> 1 + line.length() / COLUMNS).sum();
    return (int) Math.min(rows, MOST_ROWS);
  }

  private void answer(Context context, Citation citation, String ending) {
    ResponseCaching.varyByVisitor(context);
    if (ending.equals(TEXT)) {
      context.result(CitationText.in(site.messages(context), citation) + "\n");
      context.contentType("text/plain; charset=utf-8");
      return;
    }
    CitationFormat format =
        Coded.parse(CitationFormat.values(), ending).orElseThrow(CitePage::noSuchForm);
    context.result(format.write(citation)).contentType(format.mediaType());
    if (format == CitationFormat.CSL) {
      context.res().setCharacterEncoding(null); // JSON is UTF-8 and has no such parameter
    }
    String name = citation.key() + "." + ending;
    context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private static String ending(String file) {
    return Stream.concat(
            Stream.of(TEXT), Arrays.stream(CitationFormat.values()).map(CitationFormat::code))
        .filter(ending -> file.endsWith("." + ending))
        .findFirst()
        .orElseThrow(CitePage::noSuchForm);
  }

  private static NotFound noSuchForm() {
    return new NotFound("Citations are had as txt, bib, ris or csl.json.");
  }

  private LiveDocument document(String written) {
    DocumentStore documents = site.documents();
    IdResolver ids = site.library().ids();
    return DocumentId.parse(written)
        .flatMap(id -> documents.find(id).or(() -> ids.renamed(id).flatMap(documents::find)))
        .orElseThrow(() -> new NotFound("There is no such document."));
  }

  /**
   * The citation formats.
   *
   * @param href of the text's page
   * @param file address of the citation as a file, without the extension of the format
   */
  public record View(
      PageShell shell, LiveDocument document, String href, String file, Citation citation) {}
}
