package no.speil.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests of pages in a real browser, run by {@code mvn verify}. Where Chromium is missing they are
 * skipped, which one line says; with {@code -Dspeil.browser=required} they fail there.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith(NeedsBrowser.Condition.class)
@interface NeedsBrowser {
  /** Asks once whether the browser is there. */
  final class Condition implements ExecutionCondition {
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (Browser.isInstalled() || System.getProperty("speil.browser", "").equals("required")) {
        return ConditionEvaluationResult.enabled("");
      }
      String why =
          "Browser tests are skipped: the packages chromium and chromium-driver are missing.";
      if (isFirstFork() && !TOLD.getAndSet(true)) {
        System.out.println(why);
      }
      return ConditionEvaluationResult.disabled(why);
    }

    private static boolean isFirstFork() {
      return System.getProperty("surefire.forkNumber", "1").equals("1");
    }
  }
}
