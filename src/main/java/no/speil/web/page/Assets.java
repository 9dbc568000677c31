package no.speil.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import no.speil.corpus.Color;
import no.speil.corpus.text.ResourceFile;
import no.speil.web.http.RequestException.NotFound;

/** The stylesheet, the scripts and the icons; their addresses change with their content. */
public final class Assets {
  private static final String FOLDER = "/no/speil/web/";
  private static final String STYLESHEET = "speil.css";
  private static final String FAVICON = "favicon.ico";

  /** The rules for an archive's own colour, and what such style sheets are named like. */
  private static final String RULES = "color.css";

  private static final Pattern COLORED = Pattern.compile("color-(.*)\\.css");

  /** The parts of the stylesheet, in the order in which they apply. */
  private static final List<String> STYLES =
      List.of(
          """
          page/page.css document/document.css read/home.css page/sheet.css edit/edit.css
          search/search.css word/word.css read/read.css section/section.css queue/queue.css
          align/align.css count/count.css page/narrow.css page/print.css account/account.css
          """
              .split("\\s+"));

  /** The scripts of the page where a text is translated. */
  public static final List<String> EDITING =
      List.of(
          """
          edit.js kept.js cells.js saving.js checks.js paste.js lookup.js sentence.js rows.js
          """
              .split("\\s+"));

  private static final List<String> OTHERS =
      List.of(
          """
          page/page.js page/color.css page/speil.svg page/favicon.ico read/reading.js
          read/sentences.js read/quote.js account/passkey.js word/word.js search/typing.js
          report/report.js queue/queue.js cite/cite.js
          """
              .split("\\s+"));

  private final Map<String, byte[]> files = new HashMap<>();
  private final Map<String, String> addresses = new HashMap<>();

  public Assets() {
    var stylesheet = new ByteArrayOutputStream();
    STYLES.forEach(path -> stylesheet.writeBytes(load(path)));
    files.put(STYLESHEET, stylesheet.toByteArray());
    EDITING.forEach(name -> files.put(name, load("edit/" + name)));
    OTHERS.forEach(path -> files.put(path.substring(path.indexOf('/') + 1), load(path)));
    files.forEach((name, file) -> addresses.put(name, address(name, file)));
  }

  /** The address of a file, such as {@code cite.js}. */
  public String address(String name) {
    return Objects.requireNonNull(addresses.get(name), name);
  }

  public void serve(Context context) {
    String name = context.pathParam("name");
    Matcher colored = COLORED.matcher(name);
    Color color = colored.matches() ? Color.parse(colored.group(1)).orElse(null) : null;
    String rules = color == null ? name : RULES;
    byte[] file =
        Optional.ofNullable(files.get(rules))
            .orElseThrow(() -> new NotFound("There is no such file."));
    boolean pinned = address(rules).endsWith("?" + context.queryString());
    context.header("Cache-Control", pinned ? "public, max-age=31536000, immutable" : "no-cache");
    send(context, rules, color == null ? file : rulesOf(color, file));
  }

  /** The address of the style sheet of an archive's colour. */
  public String address(Color color) {
    return address(RULES).replace(RULES, "color-%s.css".formatted(color.toString().substring(1)));
  }

  private static byte[] rulesOf(Color color, byte[] rules) {
    String own = ":root { --light: %s; --dark: %s; }\n".formatted(color, color.inDarkTheme());
    return (own + new String(rules, UTF_8)).getBytes(UTF_8);
  }

  /** The icon for those who look for it at that address and not in the pages. */
  public void favicon(Context context) {
    context.header("Cache-Control", "public, max-age=86400");
    send(context, FAVICON, files.getOrDefault(FAVICON, new byte[0]));
  }

  private static void send(Context context, String name, byte[] file) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String type = Objects.requireNonNull(ContentType.mimeTypeByExtension(ending), ending);
    boolean isText = type.startsWith("text/");
    context.result(file).contentType(isText ? type + "; charset=utf-8" : type);
    if (!isText) {
      context.res().setCharacterEncoding(null);
    }
  }

  private static String address(String name, byte[] file) {
    var checksum = new CRC32();
    checksum.update(file);
    return "/assets/" + name + "?v=" + Long.toHexString(checksum.getValue());
  }

  private static byte[] load(String name) {
    return ResourceFile.bytes(Assets.class, FOLDER + name);
  }
}
