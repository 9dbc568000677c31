package no.speil.web.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import no.speil.web.http.RequestException;

/** The stylesheet, the scripts and the icon; their addresses change with their content. */
public final class Assets {
  private static final String FOLDER = "/no/speil/web/";
  private static final String FAVICON = "favicon.ico";
  private static final List<String> DESK =
      List.of("desk.js", "kept.js", "saving.js", "checks.js", "lookup.js");
  private static final List<String> OTHERS =
      List.of(
          "speil.css",
          "speil.js",
          "reading.js",
          "typing.js",
          "report.js",
          "queue.js",
          "cite.js",
          "sentences.js",
          "speil.svg",
          FAVICON);

  private final Map<String, byte[]> files =
      Stream.concat(DESK.stream(), OTHERS.stream())
          .collect(Collectors.toMap(Function.identity(), Assets::load));

  PageShell.Assets addresses() {
    return new PageShell.Assets(
        address("speil.css"),
        address("speil.js"),
        address("reading.js"),
        address("typing.js"),
        address("report.js"),
        DESK.stream().map(this::address).toList(),
        address("sentences.js"),
        address("queue.js"),
        address("cite.js"),
        address("speil.svg"));
  }

  public void serve(Context context) {
    String name = context.pathParam("name");
    byte[] file = files.get(name);
    if (file == null) {
      throw new RequestException.NotFound("There is no such file.");
    }
    boolean pinned = address(name).endsWith("?" + context.queryString());
    context.header("Cache-Control", pinned ? "public, max-age=31536000, immutable" : "no-cache");
    send(context, name, file);
  }

  /** The icon for those who look for it at that address and not in the pages. */
  public void favicon(Context context) {
    context.header("Cache-Control", "public, max-age=86400");
    send(context, FAVICON, files.getOrDefault(FAVICON, new byte[0]));
  }

  private static void send(Context context, String name, byte[] file) {
    String type = type(name);
    context.result(file).contentType(type);
    if (!type.startsWith("text/")) {
      context.res().setCharacterEncoding(null);
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "ico" -> "image/vnd.microsoft.icon";
      default -> throw new IllegalStateException("no media type for " + name);
    };
  }

  private String address(String name) {
    var checksum = new CRC32();
    checksum.update(files.getOrDefault(name, new byte[0]));
    return "/assets/" + name + "?v=" + Long.toHexString(checksum.getValue());
  }

  private static byte[] load(String name) {
    try (InputStream stream = Assets.class.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }
}
