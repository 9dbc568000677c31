package no.speil.web.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.corpus.Block;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Side;
import no.speil.markdown.parse.MarkdownReader;
import no.speil.markdown.render.LinkResolver;
import no.speil.web.http.RequestException;
import no.speil.web.page.HeadingLevels;
import no.speil.web.page.Messages;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;

/** Shows the program's handbook, which comes with it, in every archive. */
public final class HandbookPage {
  private static final String FIRST = "index";

  /** A link from one chapter to another. */
  private static final Pattern CHAPTER = Pattern.compile("([a-z]+)\\.md(#.*)?");

  private final SiteContext site;

  public HandbookPage(SiteContext site) {
    this.site = site;
  }

  /** Whether it was packed with the program, which an editor's own build may leave out. */
  static boolean isThere() {
    return HandbookPage.class.getResource(path("nb", FIRST)) != null;
  }

  public void first(Context context) {
    show(context, FIRST);
  }

  public void chapter(Context context) {
    show(context, context.pathParam("chapter"));
  }

  private void show(Context context, String chapter) {
    Messages t = site.messages(context);
    String source =
        source(t.lang(), chapter)
            .orElseThrow(() -> new RequestException.NotFound("There is no such chapter."));
    Side side = t == Messages.ENGLISH ? Side.TRANSLATION : Side.ORIGINAL;
    DocumentText text = new MarkdownReader().read(source, chapter, chapter, side).text();
    List<Block> body = text.blocks().subList(1, text.blocks().size());
    var levels = new HeadingLevels();
    String html =
        site.renderer().render(source, text.blocks(), body, side, HandbookPage::address).stream()
            .map(levels::fit)
            .collect(Collectors.joining("\n"));
    String title = text.metadata().title();
    site.show(
        context,
        "handbook",
        new View(site.pageShells().around(context, title), title, html, chapter.equals(FIRST)));
  }

  /** Other texts of the shipped archive are in no other, so that words remain of a link to them. */
  private static String address(String address, boolean picture) {
    Matcher chapter = CHAPTER.matcher(address);
    if (chapter.matches()) {
      String fragment = chapter.group(2) == null ? "" : chapter.group(2);
      return "/handbook/" + chapter.group(1) + fragment;
    }
    return address.startsWith("../") ? "" : address;
  }

  private static Optional<String> source(String lang, String chapter) {
    if (!chapter.matches("[a-z]+")) {
      return Optional.empty();
    }
    try (InputStream file = HandbookPage.class.getResourceAsStream(path(lang, chapter))) {
      return file == null
          ? Optional.empty()
          : Optional.of(new String(file.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("reading the handbook", e);
    }
  }

  private static String path(String lang, String chapter) {
    return "/no/speil/handbook/" + lang + "/" + chapter + ".md";
  }

  /** A chapter as HTML. */
  public record View(PageShell shell, String title, String html, boolean isFirst) {}
}
