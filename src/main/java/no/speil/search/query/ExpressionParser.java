package no.speil.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.search.SearchNotice.Kind;
import no.speil.search.query.Expression.Adjacent;
import no.speil.search.query.Expression.All;
import no.speil.search.query.Expression.Any;
import no.speil.search.query.Expression.InLanguage;
import no.speil.search.query.Expression.Near;
import no.speil.search.query.Expression.Not;
import no.speil.search.query.Expression.Phrase;
import no.speil.search.query.Expression.Required;
import no.speil.search.query.Expression.TextClause;
import no.speil.search.query.Expression.Word;

/**
 * Parses a query by recursive descent. It never throws and always ends. AND binds tighter than OR,
 * and OR tighter than words side by side: {@code a b OR c} means a and (b or c).
 */
public final class ExpressionParser {
  static final int DEEPEST = 8;
  private static final int DEFAULT_DISTANCE = 10;
  private static final Pattern NEAR =
      Pattern.compile("NEAR(?:/([0-9]{1,4})[0-9]*|(?!" + QueryText.LETTER + "))");
  private static final Pattern SIGN = Pattern.compile("[-+](?!" + QueryText.SPACE + "|\\z)");
  private static final Pattern SIGNS = Pattern.compile("[(+-]*");

  /** Before a parenthesis, as in {@code title:(a OR b)}. */
  private static final Pattern FIELD = Pattern.compile("(\\p{L}+):(?=\\()");

  private static final Pattern SIDE =
      Pattern.compile("(?i:(no)|en):(?!" + QueryText.SPACE + "|\\)|\\z)");

  private final QueryText text;
  private final NoticeCollector notices;
  private final QueryWords typed;
  private final ClauseParser atoms;
  private int depth;

  private ExpressionParser(QueryText text, NoticeCollector notices, QueryWords typed) {
    this.text = text;
    this.notices = notices;
    this.typed = typed;
    this.atoms = new ClauseParser(text, notices, typed);
  }

  /** Parses a query; empty if it has no clause. */
  public static Optional<Expression> parse(String query, NoticeCollector notices) {
    return new ExpressionParser(new QueryText(query, notices), notices, new QueryWords("")).all();
  }

  /** The plain words of a query that it does not exclude. */
  public static QueryWords words(String query) {
    var notices = new NoticeCollector();
    var text = new QueryText(query, notices);
    var typed = new QueryWords(text.whole());
    new ExpressionParser(text, notices, typed).all();
    return typed;
  }

  private Optional<Expression> all() {
    var parts = new ArrayList<Expression>();
    adjacent().ifPresent(parts::add);
    while (!text.isDone()) {
      notices.add(Kind.UNBALANCED_PARENTHESIS);
      text.skip();
      adjacent().ifPresent(parts::add);
    }
    return combined(parts.stream().flatMap(ExpressionParser::spread).toList());
  }

  /** Reads to the end or to a closing parenthesis, which is left. */
  private Optional<Expression> adjacent() {
    var parts = new ArrayList<Expression>();
    for (text.skipSpace(); !atEnd(); text.skipSpace()) {
      joined("OR", () -> joined("AND", this::near, All::new), Any::new).ifPresent(parts::add);
    }
    return combined(parts);
  }

  private Optional<Expression> joined(
      String operator,
      Supplier<Optional<Expression>> operand,
      Function<List<Expression>, Expression> join) {
    var parts = new ArrayList<Expression>();
    operand.get().ifPresent(parts::add);
    while (operator(operator, parts.isEmpty())) {
      int before = parts.size();
      operand.get().ifPresent(parts::add);
      noticeDangling(operator, parts.size() == before);
    }
    return parts.size() < 2 ? parts.stream().findFirst() : Optional.of(join.apply(parts));
  }

  private Optional<Expression> near() {
    var operands = new ArrayList<Expression>();
    var distances = new ArrayList<Integer>();
    unary().ifPresent(operands::add);
    while (nearAhead()) {
      int distance = text.take(NEAR).map(ExpressionParser::distance).orElseThrow();
      int before = operands.size();
      noticeDangling("NEAR", operands.isEmpty());
      unary().ifPresent(operands::add);
      noticeDangling("NEAR", operands.size() == before);
      if (before > 0 && operands.size() > before) {
        distances.add(distance);
      }
    }
    return distances.isEmpty()
        ? operands.stream().findFirst()
        : Optional.of(chain(operands, distances));
  }

  private Optional<Expression> unary() {
    text.skipSpace();
    if (atEnd() || isBinary()) {
      return Optional.empty();
    }
    if (depth >= DEEPEST) {
      return tooDeep();
    }
    depth++;
    Optional<Expression> read = signed();
    depth--;
    return read;
  }

  private Optional<Expression> signed() {
    if (text.take("NOT")) {
      Optional<Expression> inner = excluded();
      noticeDangling("NOT", inner.isEmpty());
      return inner.map(Not::new);
    }
    Optional<MatchResult> sign = text.take(SIGN);
    if (sign.isPresent()) {
      boolean isMinus = sign.get().group().equals("-");
      return isMinus ? excluded().map(Not::new) : unary().map(Required::new);
    }
    if (text.isAt('(')) {
      return parenthesis();
    }
    Optional<MatchResult> field = text.here(FIELD);
    if (field.isPresent() && FieldValueParser.isField(field.get().group(1))) {
      text.take(FIELD);
      return atoms.within(field.get().group(1), this::parenthesis);
    }
    Optional<MatchResult> side = text.take(SIDE);
    if (side.isPresent()) {
      Side only = side.get().group(1) == null ? Side.TRANSLATION : Side.ORIGINAL;
      return unary().map(inner -> new InLanguage(only, inner));
    }
    return atoms.read();
  }

  private Optional<Expression> parenthesis() {
    text.skip();
    Optional<Expression> inner = adjacent();
    if (text.isAt(')')) {
      text.skip();
    } else {
      notices.add(Kind.UNBALANCED_PARENTHESIS);
    }
    return inner;
  }

  private Optional<Expression> excluded() {
    int before = typed.size();
    Optional<Expression> inner = unary();
    typed.keep(before);
    return inner;
  }

  /** Reads what is nested too deep as if it had no signs or parentheses. */
  private Optional<Expression> tooDeep() {
    notices.add(Kind.TOO_DEEP, String.valueOf(DEEPEST));
    text.take(SIGNS);
    text.skipSpace();
    return atEnd() || isBinary() ? Optional.empty() : atoms.read();
  }

  private Expression chain(List<Expression> operands, List<Integer> distances) {
    if (!operands.stream().allMatch(each -> each instanceof Word || each instanceof Phrase)) {
      notices.add(Kind.NEAR_NEEDS_WORDS);
      return new All(operands);
    }
    var links = new ArrayList<Expression>();
    for (int i = 0; i < distances.size(); i++) {
      links.add(
          new Near(
              (TextClause) operands.get(i), (TextClause) operands.get(i + 1), distances.get(i)));
    }
    return links.size() == 1 ? links.getFirst() : new All(links);
  }

  private boolean operator(String name, boolean nothingBefore) {
    text.skipSpace();
    if (!text.take(name)) {
      return false;
    }
    noticeDangling(name, nothingBefore);
    return true;
  }

  private boolean isBinary() {
    return text.isOperator("AND") || text.isOperator("OR") || nearAhead();
  }

  private boolean nearAhead() {
    text.skipSpace();
    return text.here(NEAR).isPresent();
  }

  private static int distance(MatchResult near) {
    String digits = near.group(1);
    return digits == null ? DEFAULT_DISTANCE : Math.clamp(Integer.parseInt(digits), 1, 100);
  }

  private boolean atEnd() {
    return text.isDone() || text.isAt(')');
  }

  private void noticeDangling(String operator, boolean dangling) {
    if (dangling) {
      notices.add(Kind.DANGLING_OPERATOR, operator);
    }
  }

  private static Optional<Expression> combined(List<Expression> parts) {
    return parts.size() < 2 ? parts.stream().findFirst() : Optional.of(new Adjacent(parts));
  }

  private static Stream<Expression> spread(Expression part) {
    return part instanceof Adjacent adjacent ? adjacent.parts().stream() : Stream.of(part);
  }
}
