package no.speil.web.word;

import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.Side;
import no.speil.library.words.WordRequest;
import no.speil.library.words.WordRequest.ExampleFilter;
import no.speil.library.words.WordRequest.Kind;
import no.speil.library.words.WordUsage;
import no.speil.library.words.WordUsage.Share;
import no.speil.library.words.WordUsage.Translation;
import no.speil.messages.Messages;
import no.speil.web.page.Paging;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.word.WordView.CountedWord;
import no.speil.web.word.WordView.ShareRow;

/** Puts the counts of a word into rows. */
final class WordRows {
  /** Translations that are told apart in a year and in a sentence. */
  private static final int TOLD = 3;

  private static final int MOST_TRANSLATORS = 12;
  private static final int MOST_FORMS = 12;

  private final Messages t;
  private final WordUrl address;
  private final WordUsage usage;

  WordRows(Messages t, WordUrl address, WordUsage usage) {
    this.t = t;
    this.address = address;
    this.usage = usage;
  }

  private Side other() {
    return usage.asked().side().other();
  }

  private TaggedText translated(String form) {
    return new TaggedText(WordUrl.language(other()), form);
  }

  List<WordView.Row> translations() {
    var rows = new ArrayList<WordView.Row>();
    if (usage.asked().isCommon()) {
      return rows;
    }
    for (Translation each : usage.translations()) {
      rows.add(
          new WordView.Row(
              translated(each.form()),
              SiteUrls.word(each.form(), other()),
              t.number(each.times()),
              examples(ExampleFilter.translatedAs(each.key())),
              share(each.times())));
    }
    WordUsage.UnalignedCounts unaligned = usage.extent().unaligned();
    addUnaligned(
        rows,
        "usage.unknown",
        unaligned.unknown(),
        examples(new ExampleFilter(Kind.UNALIGNED, "")));
    boolean isOriginal = usage.asked().side() == Side.ORIGINAL;
    addUnaligned(
        rows, isOriginal ? "usage.untranslated" : "usage.no-original", unaligned.alone(), "");
    addUnaligned(rows, "usage.stale", unaligned.stale(), "");
    return rows;
  }

  private void addUnaligned(List<WordView.Row> rows, String message, long times, String examples) {
    if (times > 0) {
      var words = new TaggedText(t.lang(), t.of(message));
      rows.add(new WordView.Row(words, "", t.number(times), examples, share(times)));
    }
  }

  private String examples(ExampleFilter wanted) {
    return address.showing(wanted).href() + "#examples";
  }

  private double share(long times) {
    return percent(times, usage.extent().times());
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? 0 : Math.round(1000.0 * part / whole) / 10.0;
  }

  WordView.Tables tables() {
    List<Share> translators = usage.breakdown().translators();
    return new WordView.Tables(
        shares(usage.breakdown().years()),
        shares(translators.subList(0, Math.min(MOST_TRANSLATORS, translators.size()))),
        usage.breakdown().forms().stream()
            .limit(MOST_FORMS)
            .map(
                each ->
                    new CountedWord(
                        own(each.form()),
                        "/search?q=" + SiteUrls.encode("=" + each.form()),
                        t.number(each.times())))
            .toList(),
        usage.neighbours().related().stream()
            .map(
                each ->
                    new CountedWord(
                        own(each.word()),
                        SiteUrls.word(each.word(), usage.asked().side()),
                        t.number(each.sections())))
            .toList());
  }

  private TaggedText own(String form) {
    return new TaggedText(WordUrl.language(usage.asked().side()), form);
  }

  private List<ShareRow> shares(List<Share> shares) {
    long most = shares.stream().mapToLong(Share::times).max().orElse(0);
    return shares.stream()
        .map(
            each ->
                new ShareRow(
                    each.name().isEmpty() ? t.of("usage.undated") : each.name(),
                    t.number(each.times()),
                    percent(each.times(), most),
                    told(each)))
        .toList();
  }

  /** The archive's most used translations, if they are used there. */
  private List<CountedWord> told(Share share) {
    return usage.translations().stream()
        .limit(TOLD)
        .filter(each -> share.byTranslation().containsKey(each.key()))
        .map(
            each ->
                new CountedWord(
                    translated(each.form()),
                    "",
                    t.number(share.byTranslation().getOrDefault(each.key(), 0L))))
        .toList();
  }

  WordView.Consistency consistency() {
    WordUsage.GlossaryUse glossary = usage.glossary();
    return new WordView.Consistency(
        glossary.lines(),
        glossary.differingSections() == 0
            ? ""
            : t.of("usage.differing", glossary.differingSections()),
        examples(new ExampleFilter(Kind.DIFFERING, "")),
        says());
  }

  /**
   * What texts say, if there are at least two texts and two translations with different heads, as
   * "long-term preservation" and "preservation" have not.
   */
  private List<WordView.TextsSaying> says() {
    var heads = new ArrayList<String>();
    var says = new ArrayList<WordView.TextsSaying>();
    for (Translation each : usage.translations()) {
      String head = each.key().substring(each.key().lastIndexOf(' ') + 1);
      if (heads.size() < TOLD
          && heads.stream().noneMatch(known -> known.endsWith(head) || head.endsWith(known))) {
        heads.add(head);
        String message = says.isEmpty() ? "usage.texts-say" : "usage.say";
        says.add(
            new WordView.TextsSaying(t.of(message, each.documents()), translated(each.form())));
      }
    }
    return says.size() < 2 || usage.extent().documents() < 2 ? List.of() : says;
  }

  WordView.Examples examples() {
    WordUsage.ExamplePage page = usage.examples();
    ExampleFilter wanted = address.wanted();
    String title =
        switch (wanted.kind()) {
          case ALIGNED -> t.of("usage.examples");
          case TRANSLATION -> t.of("usage.examples.as", form(wanted.key()));
          case DIFFERING -> t.of("usage.examples.differing");
          case UNALIGNED -> t.of("usage.examples.unaligned");
        };
    return new WordView.Examples(
        title,
        wanted.kind() == Kind.ALIGNED
            ? ""
            : address.showing(ExampleFilter.ALL).href() + "#examples",
        page.examples().stream().map(this::example).toList(),
        paging(page.total()));
  }

  private String form(String key) {
    return usage.translations().stream()
        .filter(each -> each.key().equals(key))
        .map(Translation::form)
        .findFirst()
        .orElse(key);
  }

  private WordView.ExampleRow example(WordUsage.Example example) {
    var documentRef = example.section().documentRef();
    int position = example.section().texts().place().position();
    return new WordView.ExampleRow(
        SiteUrls.section(example.section().section()),
        TaggedText.title(documentRef, t.lang()),
        documentRef.date().substring(0, Math.min(4, documentRef.date().length())),
        position == 0 ? "" : t.of("hit.paragraph", String.valueOf(position)),
        TaggedText.tag(documentRef.language()),
        example.original(),
        example.translation());
  }

  private Paging paging(long total) {
    long needed = (total + WordRequest.EXAMPLES - 1) / WordRequest.EXAMPLES;
    int last = Math.clamp(needed, 1, WordRequest.MOST_PAGES);
    return Paging.numbered(
        "", address.page(), last, page -> address.onPage(page).href() + "#examples");
  }
}
