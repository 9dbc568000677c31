package no.speil;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Tests together with other programs, run by {@code mvn verify}. Where one is missing they are
 * skipped, which one line says; with {@code -Dspeil.proxy=required} they fail there.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("slow")
@ExtendWith(NeedsPrograms.Condition.class)
public @interface NeedsPrograms {
  /** Names of the programs. */
  String[] value();

  /** Looks where a shell of the system's administrator would. */
  final class Condition implements ExecutionCondition {
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      List<String> missing =
          AnnotationSupport.findAnnotation(context.getElement(), NeedsPrograms.class).stream()
              .flatMap(needed -> Stream.of(needed.value()))
              .filter(program -> !isInstalled(program))
              .toList();
      if (missing.isEmpty() || System.getProperty("speil.proxy", "").equals("required")) {
        return ConditionEvaluationResult.enabled("");
      }
      String why =
          context.getDisplayName() + " is skipped: not installed: " + String.join(", ", missing);
      if (TOLD.add(why)) {
        System.out.println(why + ".");
      }
      return ConditionEvaluationResult.disabled(why);
    }

    private static boolean isInstalled(String program) {
      String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
      return Stream.of(path.split(File.pathSeparator))
          .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
  }
}
