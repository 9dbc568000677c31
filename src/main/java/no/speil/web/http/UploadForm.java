package no.speil.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import no.speil.archive.StoredImport;
import no.speil.exchange.unit.UnreadableFileException;
import no.speil.messages.ImportTexts;
import no.speil.messages.Messages;
import no.speil.web.http.RequestException.BadRequest;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.util.Attributes;

/**
 * The files of a posted form (RFC 7578), held in memory.
 *
 * @param files that were chosen, in order
 * @param fields the other values, by their names
 */
public record UploadForm(List<StoredImport.File> files, Map<String, String> fields) {
  private static final int MOST_PARTS = 200;

  /** A file, named without the folders that some browsers send along. */
  public static StoredImport.File file(String name, byte[] content) {
    int folder = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    return new StoredImport.File(name.substring(folder + 1), content);
  }

  /** The file that is the body of a request by a program, which names it in the query. */
  public static StoredImport.File ofProgram(Context context) {
    String name = QueryParams.text(context, "name");
    byte[] content = RequestBody.read(context);
    if (name.isEmpty() || content.length == 0) {
      throw new BadRequest(
          "Send the file as the body, and its name as “name”, such as brev.xlf: its ending says"
              + " what it is.");
    }
    return file(name, content);
  }

  /** Takes a file, if it can be read. */
  public interface Taker<R> {
    R take(StoredImport.File file) throws UnreadableFileException;
  }

  /** What came of the file that a program sends; refuses one that cannot be read. */
  public static <R> R takeOfProgram(Context context, Taker<R> taker) {
    StoredImport.File file = ofProgram(context);
    try {
      return taker.take(file);
    } catch (UnreadableFileException e) {
      throw new BadRequest(ImportTexts.problem(Messages.ENGLISH, file.name(), e));
    }
  }

  /** What came of each file, in sentences; where one cannot be read, the others are taken. */
  public List<String> take(Context context, Messages t, Taker<List<String>> taker) {
    var said = new ArrayList<String>();
    for (StoredImport.File file : files) {
      try {
        said.addAll(taker.take(file));
      } catch (UnreadableFileException e) {
        context.status(400);
        said.add(ImportTexts.problem(t, file.name(), e));
      }
    }
    if (files.isEmpty()) {
      context.status(400);
      said.add(t.of("import.no-file"));
    }
    return said;
  }

  public static UploadForm of(Context context) {
    RequestBody.requireType(context, "multipart/form-data");
    var config =
        new MultiPartConfig.Builder()
            .maxParts(MOST_PARTS)
            .maxSize(-1) // the body has its own limit
            .maxMemoryPartSize(-1)
            .build();
    try (MultiPartFormData.Parts parts =
        MultiPartFormData.getParts(
            new ByteBufferContentSource(ByteBuffer.wrap(RequestBody.read(context))),
            new Attributes.Mapped(),
            context.header("Content-Type"),
            config)) {
      var files = new ArrayList<StoredImport.File>();
      var fields = new HashMap<String, String>();
      for (MultiPart.Part part : parts) {
        String name = part.getFileName();
        if (name == null) {
          fields.put(part.getName(), new String(content(part), UTF_8));
        } else if (!name.isEmpty()) {
          files.add(file(name, content(part)));
        }
      }
      return new UploadForm(files, fields);
    } catch (CompletionException | IllegalArgumentException | IllegalStateException e) {
      throw new BadRequest("The form is not encoded as forms with files are.");
    }
  }

  private static byte[] content(MultiPart.Part part) {
    try (InputStream in = Content.Source.asInputStream(part.getContentSource())) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }
}
