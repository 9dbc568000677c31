package no.speil.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.util.function.ThrowingConsumer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import no.speil.exchange.CsvWriter;
import no.speil.exchange.ExportFormat;
import no.speil.web.http.ClientStream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams a body while it is written. If writing fails, the connection is broken, so that nobody
 * takes a part for the whole.
 */
public final class Download {
  private static final Logger LOG = LoggerFactory.getLogger(Download.class);

  /** Bytes that are buffered before the server waits for the client. */
  private static final int CHUNK = 64 << 10;

  private Download() {}

  /** Names the file that is sent, with any letters (RFC 6266). */
  public static void name(Context context, String file) {
    context.header("Content-Disposition", "attachment; filename*=UTF-8''" + SiteUrls.encode(file));
  }

  /** Sends a table for spreadsheets. */
  public static void csv(Context context, String file, List<String> columns, Stream<List<?>> rows) {
    context.contentType(ExportFormat.CSV.mediaType());
    name(context, file);
    send(
        context,
        out -> {
          out.write((CsvWriter.MARK + CsvWriter.line(columns)).getBytes(UTF_8));
          for (List<?> row : (Iterable<List<?>>) rows::iterator) {
            out.write(CsvWriter.line(row.stream().map(String::valueOf).toList()).getBytes(UTF_8));
          }
        });
  }

  /**
   * The answer to HEAD has no length, since it is not known beforehand.
   *
   * @param body a failure of the stream is an {@link IOException}
   */
  public static void send(Context context, ThrowingConsumer<OutputStream, IOException> body) {
    try {
      if (context.req().getMethod().equals("HEAD")) {
        context.res().flushBuffer();
        return;
      }
      var out = new BufferedOutputStream(new ClientStream(context), CHUNK);
      body.accept(out);
      out.flush();
    } catch (IOException e) {
      LOG.debug("whoever asked for {} has gone", context.path(), e);
    } catch (RuntimeException e) { // too late for another answer
      LOG.error("{} breaks off", context.path(), e);
      ServletContextRequest.getServletContextRequest(context.req()).getServletChannel().abort(e);
    }
  }
}
