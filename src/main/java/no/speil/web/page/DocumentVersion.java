package no.speil.web.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.TextHash;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFile;
import org.jspecify.annotations.Nullable;

/**
 * What somebody saw of a whole document, written {@code original.translation}: each text's hash, or
 * {@code -} where there is none.
 */
public record DocumentVersion(String original, String translation) {
  private static final Pattern FORM = Pattern.compile("(-|[0-9a-f]{32})\\.(-|[0-9a-f]{32})");

  public static DocumentVersion of(LiveDocument document) {
    return new DocumentVersion(hash(document.original()), hash(document.translation()));
  }

  /** Reads what {@link #toString} writes; empty where it is something else. */
  public static Optional<DocumentVersion> parse(String written) {
    Matcher matcher = FORM.matcher(written);
    return matcher.matches()
        ? Optional.of(new DocumentVersion(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return original + "." + translation;
  }

  private static String hash(@Nullable SideFile sideFile) {
    return sideFile == null ? "-" : TextHash.of(sideFile.text().blocks()).hex();
  }
}
