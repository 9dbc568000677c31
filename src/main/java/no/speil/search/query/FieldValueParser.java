package no.speil.search.query;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.speil.corpus.Freshness;
import no.speil.search.StateFacet;
import no.speil.search.query.Expression.Attribute;
import no.speil.search.query.Expression.Attribute.Name;
import no.speil.search.query.Expression.DateFilter;
import no.speil.search.query.Expression.PathFilter;
import no.speil.search.query.Expression.StatusFilter;

/** Reads the value of a metadata or status field. */
final class FieldValueParser {
  private static final Set<String> FIELDS =
      Set.of(
          "title",
          "doc",
          "author",
          "kind",
          "subject",
          "translator",
          "publisher",
          "rights",
          "date",
          "state",
          "freshness",
          "has",
          "check");

  /** What a section can have that waits for an answer. */
  private static final Set<String> OPEN = Set.of("suggestion", "comment", "check");

  private static final Pattern CHECK = Pattern.compile("[a-z]+(?:-[a-z]+)*+");

  private FieldValueParser() {}

  static boolean isField(String name) {
    return FIELDS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether a value has no letter or digit. */
  static boolean isEmpty(String value) {
    return value.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /** Parses a value; empty if it is invalid for the field. */
  static Optional<Expression> read(String name, String value, boolean quoted) {
    String code = value.strip().toLowerCase(Locale.ROOT);
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "date" -> DateRange.range(value.strip()).map(DateFilter::new);
      case "state" ->
          StateFacet.parse(code)
              .map(known -> new StatusFilter(StatusFilter.Axis.STATE, known.code()));
      case "freshness" -> freshness(code);
      case "has" ->
          Optional.of(code)
              .filter(OPEN::contains)
              .map(known -> new StatusFilter(StatusFilter.Axis.OPEN, known));
      case "check" ->
          Optional.of(code)
              .filter(CHECK.asMatchPredicate())
              .map(known -> new StatusFilter(StatusFilter.Axis.CHECK, known));
      case "doc" -> Optional.of(path(value.strip()));
      case "title" -> Optional.of(attribute(Name.TITLE, value, quoted));
      case "author" -> Optional.of(attribute(Name.AUTHOR, value, quoted));
      case "kind" -> Optional.of(attribute(Name.KIND, value, quoted));
      case "subject" -> Optional.of(attribute(Name.SUBJECT, value, quoted));
      case "translator" -> Optional.of(attribute(Name.TRANSLATOR, value, quoted));
      case "publisher" -> Optional.of(attribute(Name.PUBLISHER, value, quoted));
      case "rights" -> Optional.of(attribute(Name.RIGHTS, value, quoted));
      default -> Optional.empty();
    };
  }

  private static Optional<Expression> freshness(String code) {
    return Arrays.stream(Freshness.values())
        .map(Freshness::code)
        .filter(code::equals)
        .findFirst()
        .map(known -> new StatusFilter(StatusFilter.Axis.FRESHNESS, known));
  }

  private static PathFilter path(String path) {
    String composed = Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    boolean prefix = composed.endsWith("*");
    String written = prefix ? composed.substring(0, composed.length() - 1) : composed;
    // "2015/*" is all of the folder, as "2015/" and "2015" are.
    String trimmed = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
    return new PathFilter(trimmed, prefix && trimmed.equals(written));
  }

  private static Attribute attribute(Name name, String value, boolean quoted) {
    boolean prefix = !quoted && value.length() > 1 && value.endsWith("*");
    return new Attribute(name, prefix ? value.substring(0, value.length() - 1) : value, prefix);
  }
}
