package no.speil.web.cite;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.exchange.cite.Citation;
import no.speil.exchange.cite.CitationFormat;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.status.TrackedSection;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.FileLink;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.SectionInDocument;
import no.speil.web.section.ViewMode;

/** Shows all citation formats of a document or a section, and serves each as a file. */
public final class CitePage {
  static final String TEXT = "txt";

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
  private final Citations citations;

  public CitePage(SiteContext site) {
    this.site = site;
    this.citations = new Citations(site);
  }

  public static String href(DocumentId document) {
    return "/cite?document=" + SiteUrls.encode(document.value());
  }

  /** The address of a citation file without its extension. */
  public static String file(DocumentId document) {
    return "/cite/" + SiteUrls.path(document.value());
  }

  public void ofDocument(Context context) {
    LiveDocument document = document(QueryParams.text(context, "document"));
    var subject = new Subject(SiteUrls.document(document.id()), file(document.id()), false);
    show(context, document, citations.of(context, document), subject);
  }

  public void ofSection(Context context) {
    Place place = section(context);
    SectionId id = place.section().section().id();
    var subject =
        new Subject(
            ReadingPosition.at(place.document(), id, ViewMode.SIDE).row(id),
            SiteUrls.section(id) + "/cite",
            true);
    show(context, place.document(), place.citation(context, citations), subject);
  }

  /** Serves a document's citation in the format that the extension names. */
  public void documentFile(Context context) {
    String file = context.pathParam("file");
    String ending = ending(file);
    LiveDocument document = document(file.substring(0, file.length() - ending.length() - 1));
    answer(context, citations.of(context, document), ending);
  }

  public void sectionFile(Context context) {
    answer(context, section(context).citation(context, citations), context.pathParam("format"));
  }

  /**
   * What is cited.
   *
   * @param href of its page
   * @param file address of the citation file without its extension
   */
  private record Subject(String href, String file, boolean section) {}

  private record Place(LiveDocument document, TrackedSection section) {
    Citation citation(Context context, Citations citations) {
      return citations.of(context, document, section);
    }
  }

  private void show(Context context, LiveDocument document, Citation citation, Subject subject) {
    Messages t = site.messages(context);
    var forms = new ArrayList<View.Form>();
    forms.add(form(t.of("cite.text"), TEXT, CitationText.in(t, citation), subject));
    for (CitationFormat format : CitationFormat.values()) {
      forms.add(form(name(format), format.code(), format.write(citation), subject));
    }
    String title = t.of(subject.section() ? "cite.title.section" : "cite.title.document");
    site.show(
        context,
        "cite/cite",
        new View(
            site.pageShells().around(context, title),
            TaggedText.title(document, t.lang()),
            subject.href(),
            citation.pin().address(),
            warnings(t, citation.pin().address()),
            forms));
  }

  private List<String> warnings(Messages t, String address) {
    var warnings = new ArrayList<String>();
    if (isLocal(address)) {
      warnings.add(t.of("cite.local"));
    }
    if (!site.library().archive().isWritable()) {
      warnings.add(t.of("cite.read-only"));
    }
    return warnings;
  }

  /** Whether an address leads nowhere outside one machine or one local network. */
  static boolean isLocal(String address) {
    try {
      String host = new URI(address).getHost();
      String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
      return PRIVATE.matcher(name).matches() || LOCAL_NAME.matcher(name).matches();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static View.Form form(String name, String code, String text, Subject subject) {
    return new View.Form(name, code, text.strip(), subject.file() + "." + code);
  }

  /**
   * Links to the citation as files.
   *
   * @param file address without the extension of the format
   */
  public static List<FileLink> files(String file) {
    return Arrays.stream(CitationFormat.values())
        .map(format -> new FileLink(file + "." + format.code(), name(format), ""))
        .toList();
  }

  private static String name(CitationFormat format) {
    return switch (format) {
      case BIBTEX -> "BibTeX";
      case RIS -> "RIS";
      case CSL -> "CSL-JSON";
    };
  }

  private void answer(Context context, Citation citation, String ending) {
    ResponseCaching.varyByVisitor(context);
    if (ending.equals(TEXT)) {
      context.result(CitationText.in(site.messages(context), citation) + "\n");
      context.contentType("text/plain; charset=utf-8");
      return;
    }
    CitationFormat format = CitationFormat.parse(ending).orElseThrow(CitePage::noSuchForm);
    context.result(format.write(citation)).contentType(format.mediaType());
    if (format == CitationFormat.CSL) {
      context.res().setCharacterEncoding(null); // JSON is UTF-8 and has no such parameter
    }
    String name = citation.key() + "." + ending;
    context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private static String ending(String file) {
    List<String> endings = new ArrayList<>(List.of(TEXT));
    for (CitationFormat format : CitationFormat.values()) {
      endings.add(format.code());
    }
    return endings.stream()
        .filter(ending -> file.endsWith("." + ending))
        .findFirst()
        .orElseThrow(CitePage::noSuchForm);
  }

  private static RequestException.NotFound noSuchForm() {
    return new RequestException.NotFound("Citations are had as txt, bib, ris or csl.json.");
  }

  private LiveDocument document(String written) {
    return DocumentId.parse(written)
        .flatMap(
            id ->
                site.library()
                    .documents()
                    .find(id)
                    .or(
                        () ->
                            site.library()
                                .ids()
                                .renamed(id)
                                .flatMap(site.library().documents()::find)))
        .orElseThrow(() -> new RequestException.NotFound("There is no such document."));
  }

  private Place section(Context context) {
    var place = SectionInDocument.of(site, PathParams.section(context));
    return new Place(place.document(), place.section());
  }

  /**
   * The citation formats.
   *
   * @param href of the text's page
   * @param pinned address that shows whether the text has changed
   * @param warnings about what the citation cannot promise here
   */
  public record View(
      PageShell shell,
      TaggedText title,
      String href,
      String pinned,
      List<String> warnings,
      List<Form> forms) {
    public View {
      warnings = List.copyOf(warnings);
      forms = List.copyOf(forms);
    }

    /**
     * One citation format.
     *
     * @param code unique on the page
     * @param href of the file
     */
    public record Form(String name, String code, String text, String href) {
      private static final int COLUMNS = 70;
      private static final int MOST_ROWS = 30;

      /** How many rows show all of it on a wide screen, up to a bound. */
      public int rows() {
        long rows = text.lines().mapToLong(line -> 1 + line.length() / COLUMNS).sum();
        return (int) Math.min(rows, MOST_ROWS);
      }
    }
  }
}
