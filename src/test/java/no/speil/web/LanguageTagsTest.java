package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.speil.corpus.Block;
import no.speil.corpus.Side;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Norwegian is spoken as Norwegian and English as English, whatever language the page is in. */
class LanguageTagsTest {
  /** What is shorter may be a name, or a word of both languages. */
  private static final int SHORTEST = 12;

  @TempDir Path folder;

  /** All that the archive says in one language. */
  private static final class Voice {
    private final StringBuilder text = new StringBuilder();
    private final Set<String> titles = new HashSet<>();

    void add(LiveDocument document, Side side) {
      titles.add(document.title(side));
      for (TrackedSection tracked : document.sections()) {
        for (Block block : tracked.section().side(side)) {
          text.append(plain(block.text())).append('\n');
        }
      }
    }

    boolean says(String words) {
      return titles.contains(words)
          || (words.length() >= SHORTEST && words.indexOf(' ') > 0 && text.indexOf(words) >= 0);
    }
  }

  @Test
  @Tag("slow")
  void everyWordOfTheArchiveStandsUnderItsLanguage() {
    try (TestServer testServer = ShippedPages.serve(folder)) {
      var norwegian = new Voice();
      var english = new Voice();
      for (CatalogueEntry entry : testServer.library().catalogue().page(0, 100)) {
        LiveDocument document = testServer.library().documents().find(entry.id()).orElseThrow();
        norwegian.add(document, Side.ORIGINAL);
        english.add(document, Side.TRANSLATION);
      }
      var wrong = new TreeSet<String>();
      long checked = 0;
      for (String path : ShippedPages.addresses(testServer)) {
        for (String lang : List.of("en", "nb")) {
          String page = testServer.get(path, "Accept-Language", lang).body();
          for (TextNode node : texts(Jsoup.parse(page).body())) {
            String words = plain(node.text()).replaceAll("^[…“«\\s]+|[…”»\\s]+$", "");
            boolean isNorwegian = norwegian.says(words);
            if (isNorwegian == english.says(words)) {
              continue; // of neither language for certain
            }
            checked++;
            String tag = tag(node);
            if (isNorwegian ? !tag.matches("n[bno]") : !tag.startsWith("en")) {
              wrong.add(lang + " " + path + " [" + tag + "] " + words);
            }
          }
        }
      }
      assertThat(checked).isGreaterThan(2_000);
      assertThat(wrong).isEmpty();
    }
  }

  private static List<TextNode> texts(Element element) {
    var texts = new ArrayList<TextNode>();
    element.forEachNode(
        node -> {
          if (node instanceof TextNode text && !text.isBlank() && !isQuery(text)) {
            texts.add(text);
          }
        });
    return texts;
  }

  /** Examples of what can be asked, and the names of people, are of no language. */
  private static boolean isQuery(TextNode node) {
    Element around = node.parent();
    return around != null && around.closest("code, .try, .tally, .who, .group-name") != null;
  }

  private static String tag(TextNode node) {
    Element around = node.parent();
    Element tagged = around == null ? null : around.closest("[lang]");
    return tagged == null ? "" : tagged.attr("lang");
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ").strip();
  }
}
