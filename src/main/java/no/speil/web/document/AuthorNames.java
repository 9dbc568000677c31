package no.speil.web.document;

import java.util.List;
import no.speil.messages.Messages;

/**
 * Names the authors of a document in a line: a few of them, or the first and that there are others.
 */
public final class AuthorNames {
  private static final int FEW = 3;

  private AuthorNames() {}

  /** Empty if there are none. */
  public static String in(Messages t, List<String> authors) {
    return authors.size() > FEW
        ? t.of("authors.others", authors.getFirst(), authors.size() - 1)
        : String.join(", ", authors);
  }
}
