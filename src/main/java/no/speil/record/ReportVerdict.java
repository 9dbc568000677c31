package no.speil.record;

import java.util.Locale;
import java.util.Optional;

/** What somebody who may write says of a report. */
public enum ReportVerdict {
  /** Nothing yet, or what was said is taken back. */
  OPEN,
  /** It is right, everybody may see it, and the text waits to be mended. */
  ACCEPTED,
  /** It was right, everybody may see it, and the text is mended. */
  MENDED,
  /** Nothing is wrong; it is kept and not shown. */
  DISMISSED;

  /** Whether readers are told of such a report. */
  public boolean isPublic() {
    return this == ACCEPTED || this == MENDED;
  }

  /** Whether somebody still has to do something. */
  public boolean isPending() {
    return this == OPEN || this == ACCEPTED;
  }

  /** The name in records, forms and JSON: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The verdict of that {@link #code}, or empty. */
  public static Optional<ReportVerdict> parse(String code) {
    for (ReportVerdict verdict : values()) {
      if (verdict.code().equals(code)) {
        return Optional.of(verdict);
      }
    }
    return Optional.empty();
  }
}
