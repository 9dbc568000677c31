package no.speil.web.word;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.speil.lexicon.DictionaryLookup;
import no.speil.lexicon.GlossaryEntry;
import no.speil.library.words.MarkedText;
import no.speil.library.words.WordUsage;
import no.speil.library.words.WordUsage.Translation;
import no.speil.search.RelatedWord;
import no.speil.web.http.QueryParams;
import org.jspecify.annotations.Nullable;

/**
 * How a word has been translated, for programs.
 *
 * @param lang {@code no} or {@code en}
 * @param exact whether every section that has the word was counted
 * @param here its places in the section that was asked for; null if none was
 */
record WordJson(
    String word,
    String lang,
    boolean exact,
    ReadJson read,
    long times,
    long sections,
    long documents,
    List<Translation> translations,
    WordUsage.UnalignedCounts unaligned,
    List<ShareJson> years,
    List<ShareJson> translators,
    List<GlossaryEntry> glossary,
    DifferingJson differing,
    List<WordUsage.WordForm> forms,
    List<RelatedWord> related,
    List<String> dictionary,
    List<DictionaryLookup.Headword> headwords,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<WordUsage.PlacedWord> here,
    ExamplesJson examples,
    List<String> notices) {

  static WordJson of(
      WordUsage usage, @Nullable List<WordUsage.PlacedWord> here, int page, List<String> notices) {
    WordUsage.Extent extent = usage.extent();
    return new WordJson(
        usage.asked().word(),
        QueryParams.lang(usage.asked().side()),
        extent.exact(),
        new ReadJson(extent.reading().read(), extent.reading().toRead()),
        extent.times(),
        extent.sections(),
        extent.documents(),
        usage.translations(),
        extent.unaligned(),
        shares(usage, usage.breakdown().years()),
        shares(usage, usage.breakdown().translators()),
        usage.glossary().entries(),
        new DifferingJson(usage.glossary().differing(), usage.glossary().differingSections()),
        usage.breakdown().forms(),
        usage.neighbours().related(),
        usage.neighbours().dictionary(),
        usage.headwords(),
        here,
        new ExamplesJson(
            usage.examples().total(),
            page,
            usage.examples().examples().stream().map(ExampleJson::of).toList()),
        notices);
  }

  private static List<ShareJson> shares(WordUsage usage, List<WordUsage.Share> shares) {
    return shares.stream()
        .map(
            each ->
                new ShareJson(
                    each.name(),
                    each.times(),
                    usage.translations().stream()
                        .filter(one -> each.byTranslation().containsKey(one.key()))
                        .map(
                            one ->
                                new PartJson(
                                    one.key(),
                                    one.form(),
                                    each.byTranslation().getOrDefault(one.key(), 0L)))
                        .toList()))
        .toList();
  }

  /** How many of the sections were read. */
  record ReadJson(long sections, long of) {}

  /** The times of a year or a translator. */
  record ShareJson(String name, long times, List<PartJson> translations) {}

  /** Those of one translation. */
  record PartJson(String key, String form, long times) {}

  /** Where the counterpart is another than the glossary says. */
  record DifferingJson(long times, long sections) {}

  /** A page of sections. */
  record ExamplesJson(long total, int page, List<ExampleJson> list) {}

  /** A section with the words marked. */
  record ExampleJson(
      String section,
      String document,
      String date,
      List<MarkedText.Part> original,
      List<MarkedText.Part> translation) {
    static ExampleJson of(WordUsage.Example example) {
      return new ExampleJson(
          example.section().section().value(),
          example.section().documentRef().document().value(),
          example.section().documentRef().date(),
          example.original().parts(),
          example.translation().parts());
    }
  }
}
