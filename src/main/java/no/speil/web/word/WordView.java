package no.speil.web.word;

import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.Side;
import no.speil.library.documents.LiveSection;
import no.speil.library.words.WordRequest;
import no.speil.library.words.WordRequest.ExampleFilter;
import no.speil.library.words.WordRequest.Kind;
import no.speil.library.words.WordUsage;
import no.speil.library.words.WordUsage.PlacedWord;
import no.speil.library.words.WordUsage.Translation;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageUrl;
import org.jspecify.annotations.Nullable;

/**
 * The page of a word.
 *
 * @param address of this page, in the language that was found
 * @param lookup where it is looked up; null if nowhere
 * @param notices that not all was counted
 */
public record WordView(
    PageShell shell,
    PageUrl address,
    WordRequest request,
    WordUsage usage,
    @Nullable Lookup lookup,
    List<String> notices) {
  /** What an address asks for by name. */
  static final List<Kind> NAMED = List.of(Kind.DIFFERING, Kind.UNALIGNED);

  /** Translations that are told apart in a year and in a sentence. */
  public static final int TOLD = 3;

  /** Translators and forms on a page. */
  public static final int MOST = 12;

  public static PageUrl showing(PageUrl address, ExampleFilter wanted) {
    return address
        .with("as", wanted.key())
        .with("show", NAMED.contains(wanted.kind()) ? wanted.kind().code() : "")
        .onPage(1);
  }

  /** The same page with other examples. */
  public String examples(Kind kind, String key) {
    return showing(address, new ExampleFilter(kind, key)).href() + "#examples";
  }

  public Side side() {
    return usage.asked().side();
  }

  /**
   * Where a word is looked up.
   *
   * @param place of the word there; null if the section does not have it by itself
   */
  public record Lookup(LiveSection section, @Nullable PlacedWord place) {}

  /** Width of a bar in percent. */
  public static double percent(long part, long whole) {
    return whole == 0 ? 0 : Math.round(1000.0 * part / whole) / 10.0;
  }

  /**
   * What texts say, if there are at least two texts and two translations with different heads, as
   * "long-term preservation" and "preservation" have not.
   */
  public static List<Translation> says(WordUsage usage) {
    var heads = new ArrayList<String>();
    var says = new ArrayList<Translation>();
    for (Translation each : usage.translations()) {
      String head = each.key().substring(each.key().lastIndexOf(' ') + 1);
      if (heads.size() < TOLD
          && heads.stream().noneMatch(known -> known.endsWith(head) || head.endsWith(known))) {
        heads.add(head);
        says.add(each);
      }
    }
    return says.size() < 2 || usage.extent().documents() < 2 ? List.of() : says;
  }
}
