package no.speil.web.read;

import no.speil.library.documents.LiveDocument;
import no.speil.status.Progress;
import no.speil.web.page.Messages;

/** Says in a sentence or two how far a document's translation can be trusted. */
final class TrustStatement {
  private TrustStatement() {}

  static String in(Messages t, LiveDocument document) {
    Progress progress = document.progress();
    var words = new StringBuilder(vouched(t, progress));
    if (document.originalElsewhere()) {
      words.append(' ').append(t.of("trust.elsewhere"));
    }
    long stale = progress.stale().sections();
    if (stale > 0) {
      words.append(' ').append(t.of("trust.stale", stale));
    }
    return words.toString();
  }

  private static String vouched(Messages t, Progress progress) {
    long reviewed = progress.reviewed().words();
    long vouched = progress.translated().words() + reviewed;
    long translation = progress.draft().words() + vouched;
    if (translation == 0) {
      return t.of("trust.none");
    }
    if (vouched == 0) {
      return t.of("trust.unvouched");
    }
    if (reviewed == translation) {
      return t.of("trust.reviewed");
    }
    // rounded down, so as not to overstate
    return vouched == translation
        ? t.of("trust.all")
        : t.of("trust.partly", Math.floor(100.0 * vouched / translation) / 100);
  }
}
