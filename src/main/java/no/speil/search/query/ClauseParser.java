package no.speil.search.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.search.SearchNotice.Kind;
import no.speil.search.query.Expression.Adjacent;
import no.speil.search.query.Expression.Fuzzy;
import no.speil.search.query.Expression.Phrase;
import no.speil.search.query.Expression.Prefix;
import no.speil.search.query.Expression.Suffix;
import no.speil.search.query.Expression.Word;

/** Reads what a query has between its operators: words, phrases, wildcards and fields. */
final class ClauseParser {
  /** Syntax of other query languages, which people type although it means nothing here. */
  private static final Pattern FOREIGN_SYNTAX =
      Pattern.compile(
          "&&?|\\|\\|?" // AND and OR
              + "|!\\p{L}.*" // NOT
              + "|.*\\p{L}\\?\\p{L}.*" // any one letter
              + "|.*\\p{L}\\^\\d.*" // weight
              + "|/.+/" // regular expression
              + "|[\\[{].*"); // range

  static final int MOST_WORDS = 32;
  static final int SHORTEST_WILDCARD = 3;
  static final int MOST_FUZZY = 8;
  private static final int WIDEST_SLOP = 100;
  private static final Pattern EXACT = Pattern.compile("=(?=[\"«“”„»])");
  private static final Pattern SLOP = Pattern.compile("~([0-9]{0,4})[0-9]*");
  private static final Pattern FIELD = Pattern.compile("(\\p{L}{2,}):(?!//)(.*)");
  private static final Pattern FUZZY = Pattern.compile("(.{3,})~\\d?");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  private final QueryText text;
  private final NoticeCollector notices;
  private final QueryWords typed;

  /** The field whose parenthesis is being read; empty outside of one. */
  private String field = "";

  private int words;
  private int fuzzyWords;

  ClauseParser(QueryText text, NoticeCollector notices, QueryWords typed) {
    this.text = text;
    this.notices = notices;
    this.typed = typed;
  }

  /** Reads a parenthesis whose words are values of that field. */
  Optional<Expression> within(String name, Supplier<Optional<Expression>> parenthesis) {
    String outer = field;
    field = name;
    Optional<Expression> read = parenthesis.get();
    field = outer;
    return read;
  }

  /** Reads one clause; always takes at least one character. */
  Optional<Expression> read() {
    Optional<Expression> atom = atom();
    if (atom.isPresent() && words > MOST_WORDS) {
      notices.add(Kind.WORDS_CUT, String.valueOf(MOST_WORDS));
      return Optional.empty();
    }
    return atom;
  }

  private Optional<Expression> atom() {
    boolean isExact = text.take(EXACT).isPresent();
    Optional<String> quoted = text.takeQuoted(notices);
    if (quoted.isPresent()) {
      return isExact || field.isEmpty() ? phrase(quoted.get()) : value(field, quoted.get(), true);
    }
    String word = text.takeWord();
    if (word.isEmpty()) {
      text.skip();
      return Optional.empty();
    }
    if (!field.isEmpty()) {
      return value(field, word, false);
    }
    if (word.startsWith("=") && word.length() > 1) {
      words++;
      return Optional.of(new Phrase(word.substring(1), 0));
    }
    Matcher named = FIELD.matcher(word);
    return named.matches() ? field(named.group(1), named.group(2)) : word(word);
  }

  private Optional<Expression> phrase(String quoted) {
    String digits = text.take(SLOP).map(it -> it.group(1)).orElse("");
    int slop = digits.isEmpty() ? 0 : Math.min(Integer.parseInt(digits), WIDEST_SLOP);
    if (quoted.isBlank()) {
      return Optional.empty();
    }
    List<String> pieces = pieces(quoted);
    int left = Math.max(0, MOST_WORDS - words);
    words += pieces.size();
    if (pieces.size() <= left || left == 0) {
      return Optional.of(new Phrase(quoted, slop));
    }
    notices.add(Kind.WORDS_CUT, String.valueOf(MOST_WORDS));
    words = MOST_WORDS;
    return Optional.of(new Phrase(String.join(" ", pieces.subList(0, left)), slop));
  }

  private Optional<Expression> field(String name, String rest) {
    boolean quoted = rest.isEmpty() && text.isQuote();
    boolean side = name.equalsIgnoreCase("no") || name.equalsIgnoreCase("en");
    if (rest.isEmpty() && !quoted && (side || FieldValueParser.isField(name))) {
      notices.add(Kind.FIELD_EMPTY, name);
      return Optional.empty();
    }
    if (!FieldValueParser.isField(name)) {
      notices.add(Kind.UNKNOWN_FIELD, name);
      return words(List.of(name, rest));
    }
    Optional<String> value = quoted ? text.takeQuoted(notices) : Optional.empty();
    return value(name, value.orElse(rest), quoted);
  }

  private Optional<Expression> value(String name, String value, boolean quoted) {
    if (FieldValueParser.isEmpty(value)) {
      notices.add(Kind.FIELD_EMPTY, name);
      return Optional.empty();
    }
    words += Math.max(1, pieces(value).size());
    Optional<Expression> understood = FieldValueParser.read(name, value, quoted);
    if (understood.isPresent()) {
      return understood;
    }
    notices.add(Kind.UNKNOWN_VALUE, name, value);
    return words(List.of(name, value));
  }

  private Optional<Expression> word(String word) {
    if (FOREIGN_SYNTAX.matcher(word).matches()) {
      notices.add(Kind.FOREIGN_SIGN, word);
    }
    int star = word.indexOf('*');
    if (star >= 0) {
      return starred(word, star);
    }
    words++;
    Matcher fuzzy = FUZZY.matcher(word);
    if (!fuzzy.matches()) {
      typed.add(word, text.position());
      return Optional.of(new Word(word));
    }
    if (++fuzzyWords > MOST_FUZZY) {
      notices.add(Kind.FUZZY_CUT, String.valueOf(MOST_FUZZY));
      return Optional.of(new Word(fuzzy.group(1)));
    }
    return Optional.of(new Fuzzy(fuzzy.group(1)));
  }

  private Optional<Expression> starred(String word, int star) {
    boolean alone = star == word.lastIndexOf('*') && word.length() > 1;
    if (!alone || (star > 0 && star < word.length() - 1)) {
      notices.add(Kind.WILDCARD_MISPLACED, word);
      return words(Arrays.asList(word.split("\\*")));
    }
    String rest = star == 0 ? word.substring(1) : word.substring(0, star);
    words++;
    if (rest.codePointCount(0, rest.length()) < SHORTEST_WILDCARD) {
      notices.add(Kind.WILDCARD_TOO_SHORT, word, String.valueOf(SHORTEST_WILDCARD));
      return Optional.of(new Word(rest));
    }
    return Optional.of(star == 0 ? new Suffix(rest) : new Prefix(rest));
  }

  private Optional<Expression> words(List<String> texts) {
    var read = new ArrayList<Expression>();
    for (String each : texts.stream().flatMap(text -> pieces(text).stream()).toList()) {
      if (++words <= MOST_WORDS) {
        read.add(new Word(each));
      }
    }
    return read.size() < 2 ? read.stream().findFirst() : Optional.of(new Adjacent(read));
  }

  private static List<String> pieces(String text) {
    return SPACE.splitAsStream(text).filter(piece -> !piece.isEmpty()).toList();
  }
}
