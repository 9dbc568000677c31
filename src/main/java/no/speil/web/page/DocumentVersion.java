package no.speil.web.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.TextHash;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFile;
import org.jspecify.annotations.Nullable;

/**
 * The version of a whole document, written {@code original.translation}: the hash of each text, or
 * {@code -}.
 */
public record DocumentVersion(String original, String translation) {
  private static final Pattern FORM = Pattern.compile("(-|[0-9a-f]{32})\\.(-|[0-9a-f]{32})");

  public static DocumentVersion of(LiveDocument document) {
    return new DocumentVersion(hash(document.original()), hash(document.translation()));
  }

  /** Parses what {@link #toString} writes. */
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
