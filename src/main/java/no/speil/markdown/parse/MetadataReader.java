package no.speil.markdown.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.Access;
import no.speil.corpus.Block;
import no.speil.corpus.Language;
import no.speil.corpus.Metadata;
import no.speil.corpus.PartialDate;
import no.speil.corpus.PersonName;
import no.speil.corpus.Problem;
import no.speil.corpus.Side;

/** Makes metadata from the front matter; a missing language is that of the body. */
record MetadataReader(String file, Side side, FrontMatterEntries entries, List<Problem> problems) {
  private static final Set<String> KNOWN =
      Set.of(
          """
          title language date authors publisher kind subjects source archived rights identifiers description
          translators original aliases attachments access
          """
              .split("\\s+"));

  /** A date with a time of day, as YAML (1.1, timestamp), Hugo and Jekyll write it. */
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(?:[Tt]|\\s+)(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d*)?)?"
              + "(?:\\s*(?:[Zz]|[-+]\\d{1,2}(?::?\\d{2})?))?");

  private static final Pattern ORGANIZATION =
      Pattern.compile("[{\"“«](.*\\S.*)[}\"”»]", Pattern.DOTALL);

  /**
   * @param untitled gives the title if the front matter has none
   */
  Metadata read(List<Block> body, Function<List<Block>, String> untitled) {
    return new Metadata(
        entries.line("title").isEmpty() ? untitled.apply(body) : entries.line("title"),
        entries.line("description"),
        language(body),
        credits(),
        new Metadata.Classification(date(), entries.line("kind"), entries.list("subjects")),
        new Metadata.Provenance(
            entries.line("source"),
            entries.line("archived"),
            entries.line("rights"),
            entries.list("identifiers"),
            entries.line("original"),
            entries.list("aliases"),
            attachments()),
        access(),
        other());
  }

  /** Each is a path, or a mapping that says more of its file. */
  private List<Metadata.Attachment> attachments() {
    FrontMatterEntries.Entry told = entries.entry("attachments");
    return (told.elements().isEmpty() ? List.of(told) : told.elements())
        .stream().map(this::attachment).filter(each -> !each.file().isEmpty()).toList();
  }

  private Metadata.Attachment attachment(FrontMatterEntries.Entry each) {
    return new Metadata.Attachment(
        file,
        each.line(),
        each.parts().isEmpty() ? Whitespace.fold(each.text()) : each.part("file"),
        each.part("title"),
        each.part("date"),
        each.part("sha256").toLowerCase(Locale.ROOT));
  }

  /** An author in braces or quotation marks is an organisation, whatever the name looks like. */
  private Metadata.Credits credits() {
    var authors = new ArrayList<String>();
    var organizations = new ArrayList<String>();
    String publisher = entries.line("publisher");
    for (String written : entries.list("authors")) {
      Matcher marked = ORGANIZATION.matcher(written);
      String author = marked.matches() ? marked.group(1).strip() : written;
      authors.add(author);
      if (marked.matches()) {
        organizations.add(author);
      } else if (PersonName.isUncertain(author) && !author.equals(publisher)) {
        report("authors", Problem.Kind.AUTHOR_UNCERTAIN, author);
      }
    }
    return new Metadata.Credits(authors, entries.list("translators"), publisher, organizations);
  }

  /** The date; another form is shown as it is written, but is not found by date. */
  private String date() {
    String written = entries.line("date");
    Matcher timestamp = TIMESTAMP.matcher(written);
    String day = timestamp.matches() ? timestamp.group(1) : written;
    if (day.isEmpty() || PartialDate.parse(day).isPresent()) {
      return day;
    }
    report("date", Problem.Kind.NO_DATE, written);
    return written;
  }

  private Access access() {
    return entries.byKey().containsKey("access")
        ? entries.entry("access").access(it -> report("access", Problem.Kind.NO_ACCESS, it))
        : Access.EVERYBODY;
  }

  private Language language(List<Block> body) {
    String written = entries.line("language");
    Language said = Language.of(written);
    boolean isOriginal = side == Side.ORIGINAL;
    boolean isSaid = !written.isEmpty() && !said.equals(Language.UNDETERMINED);
    Language language = isSaid ? said : LanguageDetector.of(body.stream().map(Block::text), side);
    if (!isSaid && !written.isEmpty()) {
      report(
          "language",
          isOriginal
              ? Problem.Kind.NO_LANGUAGE_OF_ORIGINAL
              : Problem.Kind.NO_LANGUAGE_OF_TRANSLATION,
          written);
    } else if (!(isOriginal ? language.isNorwegian() : language.isEnglish())) {
      report("language", foreign(isSaid), language.tag());
    }
    return language;
  }

  private Problem.Kind foreign(boolean said) {
    if (side == Side.ORIGINAL) {
      return said ? Problem.Kind.ORIGINAL_SAID_FOREIGN : Problem.Kind.ORIGINAL_SEEMS_FOREIGN;
    }
    return said ? Problem.Kind.TRANSLATION_SAID_FOREIGN : Problem.Kind.TRANSLATION_SEEMS_FOREIGN;
  }

  private void report(String key, Problem.Kind kind, String detail) {
    problems.add(Problem.of(file, entries.entry(key).line(), kind, detail));
  }

  private Map<String, String> other() {
    Map<String, String> other = new LinkedHashMap<>();
    entries.byKey().forEach((key, entry) -> other.put(key, entry.text()));
    other.keySet().removeAll(KNOWN);
    return other;
  }
}
