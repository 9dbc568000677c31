package no.speil.web;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;

/**
 * A field of type {@link TestServer} that is filled with a served copy of {@code
 * src/test/cases/<value>}: a new one for each test, or one for the whole class where it is static.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Served.Extension.class)
public @interface Served {
  /** The name of the case. */
  String value() default "letters";

  /** Serves, and tidies up. */
  final class Extension implements BeforeAllCallback, BeforeEachCallback {
    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
      for (Field field : fields(context)) {
        if (ModifierSupport.isStatic(field)) {
          fill(field, null, context);
        }
      }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
      for (Field field : fields(context)) {
        if (!ModifierSupport.isStatic(field)) {
          fill(field, context.getRequiredTestInstance(), context);
        }
      }
    }

    private static List<Field> fields(ExtensionContext context) {
      return AnnotationSupport.findAnnotatedFields(
          context.getRequiredTestClass(),
          Served.class,
          field -> true,
          HierarchyTraversalMode.TOP_DOWN);
    }

    private static void fill(Field field, @Nullable Object instance, ExtensionContext context)
        throws IOException, IllegalAccessException {
      Path folder = Files.createTempDirectory("served");
      TestServer server = TestServer.copyOf(field.getAnnotation(Served.class).value(), folder);
      context
          .getStore(ExtensionContext.Namespace.create(Served.class))
          .put(field, (AutoCloseable) () -> close((TestServer) field.get(instance), folder));
      field.setAccessible(true);
      field.set(instance, server);
    }

    /** Closes the server that the field has now: a test may have started another in its place. */
    private static void close(TestServer server, Path folder) throws IOException {
      server.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
