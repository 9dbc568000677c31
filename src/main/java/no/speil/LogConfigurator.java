package no.speil;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;

/**
 * Logs what goes wrong on standard error; the rest of the libraries keep quiet. Not an XML file,
 * since reading that takes longer than all else that the log does at the start. Whoever names a
 * file of Logback's ({@code -Dlogback.configurationFile}) gets that instead.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class LogConfigurator extends ContextAwareBase implements Configurator {
  /** What a text or a request holds of control characters moves no cursor. */
  private static final String PATTERN =
      "%d{yyyy-MM-dd HH:mm:ss} %-5level %logger{0}: %replace(%msg){'[\\p{Cc}\\p{Cf}]', '\uFFFD'}%n%ex{full}";

  private static final Map<String, Level> LEVELS =
      Map.of(
          Logger.ROOT_LOGGER_NAME,
          Level.WARN,
          "no.speil",
          Level.INFO,
          // Says in a stack trace what the command says in a sentence.
          "io.javalin",
          Level.OFF);

  @Override
  public ExecutionStatus configure(LoggerContext loggers) {
    if (System.getProperty("logback.configurationFile") != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(loggers);
    encoder.setPattern(PATTERN);
    encoder.start();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setName("err");
    appender.setContext(loggers);
    appender.setTarget(ConsoleTarget.SystemErr.getName());
    appender.setEncoder(encoder);
    appender.start();
    loggers.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    LEVELS.forEach((name, level) -> loggers.getLogger(name).setLevel(level));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
