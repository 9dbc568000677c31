package no.speil.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import no.speil.corpus.Role;
import no.speil.corpus.TextHash;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, when and through what.
 *
 * @param at by the clock of the machine where it was done
 * @param by a person's name, or {@code speil} for what the program did by itself
 * @param via {@code web}, {@code file} or another way in
 * @param role of the person, where they had an account; else null
 * @param order the time by which the event is sorted: not before the events that were there, even
 *     if a wrong clock dated them in the future
 */
public record EventSignature(
    Instant at, String by, String via, @Nullable Role role, Instant order) {
  /** The name of the program. */
  public static final String PROGRAM = "speil";

  /** How the way in begins of what came by a commit of git; the commit's first digits follow. */
  public static final String COMMIT = "git:";

  private static final int ID_DIGITS = 10;

  public EventSignature {
    at = at.truncatedTo(ChronoUnit.MILLIS); // as records keep it
    order = order.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Of something that counts as done when it was done. */
  public EventSignature(Instant at, String by, String via) {
    this(at, by, via, null, at);
  }

  /** Whether it came by a commit, and nobody did it here. */
  public boolean isByCommit() {
    return via.startsWith(COMMIT);
  }

  /** The same, counting as done after that event, whatever the clocks said. */
  EventSignature after(Event event) {
    Instant last = event.signature().order();
    return order.isAfter(last) ? this : new EventSignature(at, by, via, role, last.plusMillis(1));
  }

  /** The id of what was said so, the same on every machine: ten hexadecimal digits. */
  String idOf(String text) {
    return TextHash.ofNormalized(at + "|" + by + "|" + text).hex().substring(0, ID_DIGITS);
  }
}
