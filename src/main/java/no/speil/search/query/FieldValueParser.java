package no.speil.search.query;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.speil.corpus.Coded;
import no.speil.corpus.Freshness;
import no.speil.corpus.text.Normalization;
import no.speil.search.Facet;
import no.speil.search.StateFacet;
import no.speil.search.query.Expression.Attribute;
import no.speil.search.query.Expression.DateFilter;
import no.speil.search.query.Expression.PathFilter;
import no.speil.search.query.Expression.StatusFilter;
import no.speil.search.query.Expression.StatusFilter.Axis;

/** Reads the value of a metadata or status field. */
final class FieldValueParser {
  private static final Set<String> OTHERS =
      Set.of("doc", "date", "state", "freshness", "has", "check");

  /** What a section can have that waits for an answer. */
  private static final Set<String> OPEN = Set.of("suggestion", "comment", "check");

  private static final Pattern CHECK = Pattern.compile("[a-z]+(?:-[a-z]+)*+");

  private FieldValueParser() {}

  static boolean isField(String name) {
    String code = name.toLowerCase(Locale.ROOT);
    return OTHERS.contains(code) || hasWords(code);
  }

  private static boolean hasWords(String field) {
    return field.equals(Attribute.TITLE) || Facet.named(field).filter(Facet::hasWords).isPresent();
  }

  /** Whether a value has no letter or digit. */
  static boolean isEmpty(String value) {
    return value.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /** Parses a value; empty if it is invalid for the field. */
  static Optional<Expression> read(String name, String value, boolean quoted) {
    String code = value.strip().toLowerCase(Locale.ROOT);
    String field = name.toLowerCase(Locale.ROOT);
    return switch (field) {
      case "date" -> DateRange.range(value.strip()).map(DateFilter::new);
      case "state" ->
          status(Axis.STATE, Coded.parse(StateFacet.values(), code).map(StateFacet::code));
      case "freshness" ->
          status(Axis.FRESHNESS, Coded.parse(Freshness.values(), code).map(Freshness::code));
      case "has" -> status(Axis.OPEN, Optional.of(code).filter(OPEN::contains));
      case "check" -> status(Axis.CHECK, Optional.of(code).filter(CHECK.asMatchPredicate()));
      case "doc" -> Optional.of(path(value.strip()));
      default -> hasWords(field) ? Optional.of(attribute(field, value, quoted)) : Optional.empty();
    };
  }

  private static Optional<Expression> status(Axis axis, Optional<String> code) {
    return code.map(known -> new StatusFilter(axis, known));
  }

  private static PathFilter path(String path) {
    String composed = Normalization.caseless(path);
    boolean prefix = composed.endsWith("*");
    String written = prefix ? composed.substring(0, composed.length() - 1) : composed;
    // "2015/*" is all of the folder, as "2015/" and "2015" are.
    String trimmed = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
    return new PathFilter(trimmed, prefix && trimmed.equals(written));
  }

  private static Attribute attribute(String field, String value, boolean quoted) {
    boolean prefix = !quoted && value.length() > 1 && value.endsWith("*");
    return new Attribute(field, prefix ? value.substring(0, value.length() - 1) : value, prefix);
  }
}
