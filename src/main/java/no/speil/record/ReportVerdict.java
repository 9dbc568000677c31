package no.speil.record;

import no.speil.corpus.Coded;

/** The verdict on a report of a user who may write. */
public enum ReportVerdict implements Coded {
  /** No verdict yet, or the verdict was taken back. */
  OPEN,
  /** The report is right, everybody may see it, and the text still has to be corrected. */
  ACCEPTED,
  /** The report was right, everybody may see it, and the text is corrected. */
  MENDED,
  /** Nothing is wrong; the report is kept and not shown. */
  DISMISSED;

  /** Whether readers may see such a report. */
  public boolean isPublic() {
    return this == ACCEPTED || this == MENDED;
  }

  /** Whether the report still needs an answer or a correction. */
  public boolean isPending() {
    return this == OPEN || this == ACCEPTED;
  }
}
