package no.speil;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggingTest {
  @Test
  void logsWhatGoesWrongOnStandardErrorAndNothingElse() throws JoranException {
    String said =
        saidBy(
            loggers -> {
              loggers.getLogger("no.speil.library.Library").info("reading");
              loggers.getLogger("no.speil.library.Library").debug("a detail");
              loggers.getLogger("org.eclipse.jetty").info("started");
              loggers.getLogger("org.eclipse.jetty").warn("slow", new IllegalStateException("why"));
              loggers.getLogger("io.javalin.Javalin").error("port in use");
            });
    assertThat(said.lines().toList())
        .hasSizeGreaterThan(3)
        .first()
        .asString()
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d INFO  Library: reading");
    assertThat(said)
        .contains("WARN  jetty: slow", "java.lang.IllegalStateException: why")
        .doesNotContain("a detail", "started", "port in use");
  }

  @Test
  void isTheOneThatTheProgramUses() {
    var loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    assertThat(loggers.getLogger("io.javalin").getLevel()).isEqualTo(Level.OFF);
  }

  private static String saidBy(Consumer<LoggerContext> work) throws JoranException {
    var said = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      var loggers = new LoggerContext();
      loggers.setMDCAdapter(new LogbackMDCAdapter());
      var configurator = new JoranConfigurator();
      configurator.setContext(loggers);
      configurator.doConfigure(LoggingTest.class.getResource("/logback.xml"));
      work.accept(loggers);
    } finally {
      System.setErr(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
