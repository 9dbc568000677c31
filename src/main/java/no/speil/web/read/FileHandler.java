package no.speil.web.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import no.speil.archive.AttachedFile;
import no.speil.archive.AttachedFile.Kind;
import no.speil.archive.FileStamp;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.Download;
import no.speil.web.page.SiteContext;
import org.eclipse.jetty.http.ByteRange;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;

/**
 * Serves what lies beside the texts: all pictures, and other files that a text lists. A file is
 * sent as it is read, and from where it is asked for (RFC 9110, 14).
 */
public final class FileHandler {
  /** Nothing in a file of others runs, or is fetched. */
  private static final String CONFINED =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

  /** The same for what stands in a page here; browsers' viewers work in no sandbox. */
  private static final String FRAMED =
      "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

  private final SiteContext site;

  public FileHandler(SiteContext site) {
    this.site = site;
  }

  public void serve(Context context) throws IOException {
    String path = context.pathParam("path");
    AttachedFile file =
        site.library()
            .picture(path)
            .or(() -> site.library().links().attached(path))
            .orElseThrow(FileHandler::noSuchFile);
    context.header("Content-Security-Policy", file.kind() == Kind.PDF ? FRAMED : CONFINED);
    if (file.kind().isFetched()) {
      Download.name(context, path.substring(path.lastIndexOf('/') + 1));
    }
    send(context, file.file(), file.stamp(), file.contentType());
  }

  /** Everything that everybody may read, as the keeper packed it last. */
  public void serveCopy(Context context) throws IOException {
    Path file = site.library().archive().copy();
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw noSuchFile();
    }
    Download.name(context, site.archiveName(site.messages(context)) + ".zip");
    send(context, file, FileStamp.of(file), "application/zip");
  }

  private static void send(Context context, Path file, FileStamp stamp, String type)
      throws IOException {
    if (ResponseCaching.isKnown(
        context, ResponseCaching.weakTag(stamp.toString().getBytes(UTF_8)))) {
      return;
    }
    List<String> asked = Collections.list(context.req().getHeaders("Range"));
    List<ByteRange> ranges = ByteRange.parse(asked, stamp.size());
    boolean isPart = ranges.size() == 1 && context.header("If-Range") == null;
    ByteRange range = isPart ? ranges.getFirst() : new ByteRange(0, stamp.size() - 1);
    if (isPart) {
      context
          .status(HttpStatus.PARTIAL_CONTENT)
          .header("Content-Range", range.toHeaderValue(stamp.size()));
    }
    context.disableCompression().header("Accept-Ranges", "bytes").contentType(type);
    context.res().setContentLengthLong(range.getLength());
    context.res().setCharacterEncoding(null); // these files have none
    if (!context.req().getMethod().equals("HEAD")) {
      InputStream rest = open(file, range.first());
      var part = Content.Source.from(new ByteBufferPool.Sized(null), rest, 0, range.getLength());
      context.result(Content.Source.asInputStream(part));
    }
  }

  private static InputStream open(Path file, long from) throws IOException {
    try {
      return AttachedFile.open(file, from);
    } catch (NoSuchFileException e) { // removed since it was found
      throw noSuchFile();
    }
  }

  private static NotFound noSuchFile() {
    return new NotFound("There is no such file.");
  }
}
