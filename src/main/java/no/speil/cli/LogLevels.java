package no.speil.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much is logged, by Speil or by a package of it or of a library. */
final class LogLevels {
  /** Packages of Speil itself. */
  private static final String SPEIL = "no.speil";

  private static final Map<String, Level> LEVELS =
      Map.of("debug", Level.DEBUG, "info", Level.INFO, "warn", Level.WARN, "error", Level.ERROR);

  private LogLevels() {}

  /**
   * Sets a level.
   *
   * @param text as {@code debug}, for Speil; or as {@code no.speil.search=debug}, for a package
   * @return what is wrong with the text, if anything is
   */
  static Optional<String> set(String text) {
    int equals = text.lastIndexOf('=');
    String name = equals < 0 ? SPEIL : text.substring(0, equals).strip();
    Level level = LEVELS.get(text.substring(equals + 1).strip().toLowerCase(Locale.ROOT));
    if (level == null || name.isEmpty()) {
      return Optional.of(text + " is none of debug, info, warn and error, or PACKAGE=LEVEL");
    }
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger(name).setLevel(level);
      if (equals < 0 && level.isGreaterOrEqual(Level.WARN)) {
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(level);
      }
    }
    return Optional.empty();
  }
}
