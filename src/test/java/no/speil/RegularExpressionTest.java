package no.speil;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * An alternation, or a group of varying length, that is repeated without being possessive recurses
 * once for each repetition, and long text ends in a StackOverflowError.
 */
class RegularExpressionTest {
  private static final int LENGTH = 1_500;
  private static final int STACK = 160_000;
  private static final String LETTERS = "a1Å .,:;-'’\"\\`*_[](){}<>|/#=&@%!\n\t";

  /** Nothing else of an expression can recurse. */
  private static final Pattern REPEATED_GROUP = Pattern.compile("\\)\\s*[*+{]");

  private final List<String> failed = new ArrayList<>();

  @Test
  void noneOfTheProgramRecursesByLetter() throws Exception {
    List<Pattern> patterns = patterns();
    assertThat(patterns).hasSizeGreaterThan(150);
    List<Pattern> repeating =
        patterns.stream().filter(each -> REPEATED_GROUP.matcher(each.pattern()).find()).toList();
    assertThat(repeating).hasSizeGreaterThan(10);
    tryAll(repeating);
    assertThat(failed).isEmpty();
  }

  @Test
  void oneThatRecursesWouldBeSeen() throws Exception {
    tryAll(
        List.of(
            Pattern.compile("(?:a|b)*"),
            Pattern.compile("(?:a|b)*?"),
            Pattern.compile("(?:a|b)*+")));
    assertThat(failed)
        .extracting(each -> each.substring(0, each.indexOf(" on ")))
        .containsExactly("(?:a|b)*", "(?:a|b)*?");
  }

  private void tryAll(List<Pattern> patterns) throws InterruptedException {
    List<String> texts = texts();
    var thread = new Thread(null, () -> patterns.forEach(each -> tryAll(each, texts)), "", STACK);
    thread.start();
    thread.join();
  }

  /**
   * What matches a whole text begins as what matches its beginning does, and goes on from there.
   */
  private void tryAll(Pattern pattern, List<String> texts) {
    for (String text : texts) {
      try {
        pattern.matcher(text).matches();
      } catch (StackOverflowError e) {
        failed.add(pattern + " on " + text.substring(0, 3));
        return;
      }
    }
  }

  /** Every pair of letters repeated, and every letter repeated after another. */
  private static List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (String first : LETTERS.split("")) {
      for (String second : LETTERS.split("")) {
        texts.add((first + second).repeat(LENGTH / 2));
        texts.add(first + second.repeat(LENGTH));
      }
    }
    return texts;
  }

  private static List<Pattern> patterns() throws ReflectiveOperationException {
    List<Pattern> patterns = new ArrayList<>();
    var program =
        new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS);
    for (var each : program.importPackages("no.speil")) {
      for (JavaField field : each.getFields()) {
        if (field.getRawType().isEquivalentTo(Pattern.class)
            && field.getModifiers().contains(JavaModifier.STATIC)) {
          Field reflected = field.reflect();
          reflected.setAccessible(true);
          patterns.add((Pattern) reflected.get(null));
        }
      }
    }
    return patterns;
  }
}
