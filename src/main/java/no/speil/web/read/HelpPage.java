package no.speil.web.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Block;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Side;
import no.speil.corpus.text.ResourceFile;
import no.speil.markdown.parse.MarkdownReader;
import no.speil.messages.Messages;
import no.speil.web.http.ErrorType;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;
import no.speil.web.page.TaggedText;
import no.speil.web.section.HeadingLevels;

/**
 * The help page: query language and states; a page about the API's errors; and the program's
 * handbook, which is packed with it, in every archive.
 */
public final class HelpPage {
  /** The examples of the query language, in order; a message explains each. */
  public static final List<String> QUERIES =
      List.of(
          """
          words phrase slop exact prefix suffix fuzzy near or not group insist side title doc date
          author publisher kind state has
          """
              .split("\\s+"));

  /** Whether it is packed with the classes, which only Maven does. */
  public static final boolean IS_PACKED =
      HelpPage.class.getResource("/no/speil/handbook/nb/index.md") != null;

  private static final Pattern CHAPTER = Pattern.compile("^([a-z]+)\\.md");

  private final SiteContext site;

  public HelpPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    site.show(context, "read/help", site.shell(context, "help.title"));
  }

  /** The page for programmers. */
  public void errors(Context context) {
    site.show(context, "read/errors", site.shell(context, "help.errors"));
  }

  public void handbook(Context context) {
    Messages t = site.messages(context);
    String chapter = context.pathParamMap().getOrDefault("chapter", "index");
    String source = source(t.lang(), chapter);
    Side side = TaggedText.side(t);
    DocumentText text = new MarkdownReader().read(source, chapter, chapter, side).text();
    List<Block> body = text.blocks().subList(1, text.blocks().size());
    var levels = new HeadingLevels();
    String html =
        site.renderer().render(source, text.blocks(), body, side, HelpPage::address).stream()
            .map(levels::fit)
            .collect(Collectors.joining("\n"));
    PageShell shell = site.around(context, text.metadata().title());
    site.show(context, "read/handbook", new HandbookView(shell, html));
  }

  /** Other texts of the shipped archive are in no other, so that words remain of a link to them. */
  private static String address(String address, boolean picture) {
    return address.startsWith("../") ? "" : CHAPTER.matcher(address).replaceFirst("/handbook/$1");
  }

  private static String source(String lang, String chapter) {
    String path = "/no/speil/handbook/" + lang + "/" + chapter + ".md";
    if (!chapter.matches("[a-z]+") || HelpPage.class.getResource(path) == null) {
      throw new NotFound("There is no such chapter.");
    }
    return new String(ResourceFile.bytes(HelpPage.class, path), UTF_8);
  }

  /** The errors of the API. */
  public static List<ErrorEntry> listErrors() {
    return Stream.concat(ErrorType.TABLE.stream(), Stream.of(ErrorType.NO_SUCH_METHOD))
        .map(type -> new ErrorEntry(type.status(), type.code()))
        .distinct()
        .sorted(Comparator.comparingInt(ErrorEntry::status))
        .toList();
  }

  /** An error of the API. */
  public record ErrorEntry(int status, String code) {}

  /** A chapter as HTML. */
  public record HandbookView(PageShell shell, String html) {}
}
