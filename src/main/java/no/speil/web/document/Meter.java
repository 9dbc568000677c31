package no.speil.web.document;

import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.State;
import no.speil.messages.Messages;
import no.speil.status.Progress;
import no.speil.status.ProgressCount;

/** Progress as a bar and in words. */
public record Meter(List<Stretch> stretches, String words) {
  /**
   * A part of the bar.
   *
   * @param from start in percent
   * @param width in percent
   */
  public record Stretch(String code, double from, double width) {}

  public static Meter of(Messages t, Progress progress) {
    long words = progress.total().words();
    if (words == 0) {
      return new Meter(List.of(), t.of("meter.empty"));
    }
    var stretches = new ArrayList<Meter.Stretch>();
    double from = 0;
    for (State state : List.of(State.values()).reversed()) {
      double width = Math.round(10_000.0 * progress.of(state).words() / words) / 100.0;
      if (width > 0 && state != State.UNTRANSLATED) {
        stretches.add(new Meter.Stretch(state.code(), from, width));
        from += width;
      }
    }
    return new Meter(stretches, words(t, progress));
  }

  private static String words(Messages t, Progress progress) {
    ProgressCount done = progress.done();
    ProgressCount total = progress.total();
    long draft = progress.of(State.DRAFT).words();
    double share = share(done.words(), total.words());
    String words = t.of("meter.unchecked");
    if (share > 0 || progress.untranslated().words() > 0) {
      words =
          t.of(
              "meter.words", share, done.words(), total.words(), done.sections(), total.sections());
      words = draft == 0 ? words : t.of("meter.draft", words, share(draft, total.words()));
    }
    long stale = progress.stale().sections();
    return stale == 0 ? words : t.of("meter.stale", words, stale);
  }

  /** Rounds down to percents, so that 100 % means all. */
  private static double share(long part, long whole) {
    return Math.floor(100.0 * part / whole) / 100;
  }
}
